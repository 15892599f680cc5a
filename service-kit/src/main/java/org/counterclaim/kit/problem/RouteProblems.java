package org.counterclaim.kit.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.counterclaim.kit.http.RequestId;
import org.jboss.logging.Logger;

/** Answers problems on routes beside the REST layer, in the same shape, and a path that no route knows. */
@ApplicationScoped
public class RouteProblems {

    /** After every route of the framework and of the services. */
    private static final int LAST = Integer.MAX_VALUE;

    private static final Pattern ODD = Pattern.compile("[^\\w./:~%-]");

    private static final Logger LOG = Logger.getLogger(RouteProblems.class);

    private final ObjectMapper json;

    RouteProblems(ObjectMapper json) {
        this.json = json;
    }

    void install(@Observes Router router) {
        router.route()
                .order(LAST)
                .handler(exchange -> answer(exchange, Problem.NOT_FOUND.because("There is nothing at this path.")));
    }

    /** Ends the exchange with this problem. */
    public void answer(RoutingContext exchange, HttpProblem problem) {
        HttpServerResponse response = exchange.response();
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, String.valueOf(value)));
        response.setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body(exchange, problem));
    }

    /** Ends the exchange with what kept it from being answered; what is no problem of ours is a fault. */
    public void answer(RoutingContext exchange, Throwable failure) {
        if (failure instanceof HttpProblem problem) {
            answer(exchange, problem);
        } else {
            LOG.error("A request failed", failure);
            answer(exchange, Problem.INTERNAL.because("The service failed; its log has more under this request id."));
        }
    }

    private String body(RoutingContext exchange, HttpProblem problem) {
        ObjectNode body = json.valueToTree(problem);
        body.put("instance", ODD.matcher(exchange.request().path()).replaceAll("_"));
        return body.put("requestId", RequestId.of(exchange)).toString();
    }
}

package org.counterclaim.kit.http;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.counterclaim.kit.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Proactive negotiation of what an answer is written in (RFC 9110, section 12.5.1), for each operation that can write several. The
 * framework's own refuses a range such as {@code text/*} and takes a weight of 0 for a wish; it is told what was settled here.
 */
public class Negotiation {

    private static final String SETTLED = Negotiation.class.getName();

    private final RoutingContext exchange;

    Negotiation(RoutingContext exchange) {
        this.exchange = exchange;
    }

    @ServerRequestFilter
    void settle(ContainerRequestContext request, ResourceInfo operation) {
        Method method = operation.getResourceMethod();
        Produces produces = method == null ? null : method.getAnnotation(Produces.class);
        if (produces != null && produces.value().length > 1) {
            MediaType best = best(
                    exchange.parsedHeaders().accept(),
                    Arrays.stream(produces.value()).map(MediaType::valueOf).toList());
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, best.toString());
            exchange.put(SETTLED, best);
        }
    }

    /** In which of its media types an operation is to write its answer. */
    public static MediaType settled(RoutingContext exchange) {
        return exchange.get(SETTLED);
    }

    /**
     * For an operation that answers with a stream, of which the framework wants to know one form beforehand, if any.
     *
     * @param offered the forms that it can write, without parameters
     * @return the one that the reader likes best
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 406 if the reader takes none of them
     */
    public static MediaType best(RoutingContext exchange, List<String> offered) {
        return best(
                exchange.parsedHeaders().accept(),
                offered.stream().map(MediaType::valueOf).toList());
    }

    /**
     * What the reader likes best among what is on offer; of equals the first.
     *
     * @param offered at least one media type, without parameters
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 406 if none will do
     */
    static MediaType best(List<MIMEHeader> accepted, List<MediaType> offered) {
        // the parser is lazy, and looks at a range when it is asked for its parameters, not for its type
        accepted.forEach(MIMEHeader::parameters);
        return IntStream.range(0, offered.size())
                .boxed()
                .filter(at -> weight(accepted, offered.get(at)) > 0)
                .max(Comparator.<Integer>comparingDouble(at -> weight(accepted, offered.get(at)))
                        .thenComparing(Comparator.reverseOrder()))
                .map(offered::get)
                .orElseThrow(() -> Problem.NOT_ACCEPTABLE.because("On offer: " + names(offered) + "."));
    }

    /** The weight of the most specific range that the media type falls into; whoever sends no Accept takes all. */
    private static double weight(List<MIMEHeader> accepted, MediaType offered) {
        if (accepted.isEmpty()) {
            return 1;
        }
        Optional<MIMEHeader> nearest = accepted.stream()
                .filter(range -> specificity(range, offered) > 0)
                .max(Comparator.<MIMEHeader>comparingInt(range -> specificity(range, offered))
                        .thenComparing(MIMEHeader::weight));
        return nearest.map(MIMEHeader::weight).orElse(0f);
    }

    /** 0 for a range that the media type does not fall into. A parameter, such as a charset, makes no difference here. */
    private static int specificity(MIMEHeader range, MediaType offered) {
        if (range.component().equals("*")) {
            return 1;
        }
        if (!range.component().equalsIgnoreCase(offered.getType())) {
            return 0;
        }
        if (range.subComponent().equals("*")) {
            return 2;
        }
        return range.subComponent().equalsIgnoreCase(offered.getSubtype()) ? 3 : 0;
    }

    private static String names(List<MediaType> offered) {
        return String.join(", ", offered.stream().map(MediaType::toString).toList());
    }
}

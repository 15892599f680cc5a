package org.counterclaim.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.kit.http.RequestId;
import org.counterclaim.kit.security.Scopes;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;

/**
 * Gives every error answer the one shape of our interfaces, whoever raised it: the framework's own errors get our codes and
 * pointers, and each answer names the request.
 */
@ApplicationScoped
class ProblemShape implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger(ProblemShape.class);

    @Override
    public int priority() {
        return 50;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        HttpProblem ours = isOurs(problem) ? problem : translate(problem, context.cause);
        if (ours.getStatusCode() == Problem.INTERNAL.status()) {
            LOG.error("A request failed", context.cause);
        }
        Object requestId = MDC.get(RequestId.MDC_KEY);
        return requestId == null
                ? ours
                : HttpProblem.builder(ours).with("requestId", requestId).build();
    }

    private static boolean isOurs(HttpProblem problem) {
        URI type = problem.getType();
        return type != null && type.getPath() != null && type.getPath().startsWith("/problems/");
    }

    private static HttpProblem translate(HttpProblem problem, Throwable cause) {
        if (cause instanceof ConstraintViolationException violations) {
            return keepInstance(problem, invalid(violations));
        }
        Optional<HttpProblem> ours =
                causes(cause, HttpProblem.class).filter(ProblemShape::isOurs).findFirst();
        Optional<JsonProcessingException> json =
                causes(cause, JsonProcessingException.class).findFirst();
        if (ours.isPresent() || json.isPresent()) {
            return keepInstance(problem, ours.orElseGet(() -> JsonFault.problem(json.get())));
        }
        Problem type = Problem.of(problem.getStatusCode()).orElse(Problem.INTERNAL);
        HttpProblem.Builder plain = type.describe(explain(type, problem.getDetail()));
        problem.getHeaders().forEach(plain::withHeader);
        return keepInstance(problem, plain.withStatus(problem.getStatusCode()).build());
    }

    private static String explain(Problem type, String given) {
        return switch (type) {
            case FORBIDDEN -> "Needs " + need() + ".";
            case INTERNAL -> "The service failed; its log has more under this request id.";
            default -> given == null || isOfTheFramework(given) ? type.title() + "." : given;
        };
    }

    /** Whether it says no more than the status does, or speaks of Java. */
    private static boolean isOfTheFramework(String detail) {
        return detail.startsWith("HTTP ") || detail.contains(" @");
    }

    /** What would have let the caller in: a role, or a scope that stands for it. */
    private static String need() {
        List<String> roles = rolesNeeded();
        Optional<String> ofReporters =
                ConfigProvider.getConfig().getOptionalValue("counterclaim.reporter-scope", String.class);
        String scopes = roles.stream()
                .flatMap(role -> Scopes.of(role, ofReporters).stream())
                .collect(Collectors.joining(" or "));
        String role = "the role " + (roles.isEmpty() ? "that this operation names" : String.join(" or ", roles));
        return scopes.isEmpty() ? role : role + ", or an API key with the scope " + scopes;
    }

    private static List<String> rolesNeeded() {
        return Optional.ofNullable(CurrentRequestManager.get())
                .map(ResteasyReactiveRequestContext::getResteasyReactiveResourceInfo)
                .map(ResteasyReactiveResourceInfo::getMethod)
                .map(method -> method.isAnnotationPresent(RolesAllowed.class)
                        ? method.getAnnotation(RolesAllowed.class)
                        : method.getDeclaringClass().getAnnotation(RolesAllowed.class))
                .map(roles -> List.of(roles.value()))
                .orElse(List.of());
    }

    private static HttpProblem keepInstance(HttpProblem from, HttpProblem to) {
        return HttpProblem.builder(to).withInstance(from.getInstance()).build();
    }

    private static HttpProblem invalid(ConstraintViolationException cause) {
        List<FieldError> errors = cause.getConstraintViolations().stream()
                .map(FieldError::of)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList();
        return Problem.VALIDATION.because("The body breaks " + errors.size() + " rule(s).", errors);
    }

    /** A parser wraps what a stream under it throws, and the framework wraps what the parser throws. */
    private static <T extends Throwable> Stream<T> causes(Throwable cause, Class<T> type) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast);
    }
}

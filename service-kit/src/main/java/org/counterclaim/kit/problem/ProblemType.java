package org.counterclaim.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;

/**
 * One kind of error that clients can rely on: an entry in a service's catalogue, in the terms of RFC 9457.
 * The code is stable and stands in the problem's {@code type} as {@code /problems/<code>}.
 */
public interface ProblemType {

    /** Stable code, lower case with hyphens. */
    String code();

    /** The same short sentence for every occurrence. */
    String title();

    /** HTTP status code. */
    int status();

    /** This problem with a sentence about this occurrence, ready to throw. */
    default HttpProblem because(String detail) {
        return because(detail, List.of());
    }

    /** This problem with a sentence about this occurrence and the places in the request that caused it. */
    default HttpProblem because(String detail, List<FieldError> errors) {
        HttpProblem.Builder problem = describe(detail);
        return (errors.isEmpty() ? problem : problem.with("errors", errors)).build();
    }

    /** This problem, still open for headers and further members. */
    default HttpProblem.Builder describe(String detail) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + code()))
                .withTitle(title())
                .withStatus(status())
                .withDetail(detail);
    }
}

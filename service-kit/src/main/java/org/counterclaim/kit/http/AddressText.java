package org.counterclaim.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.problem.RouteProblems;

/** Refuses an address with a NUL in it, as a body with one is refused: no text has it, and what is behind us may stop at it. */
@Singleton
public class AddressText {

    private final RouteProblems problems;

    AddressText(RouteProblems problems) {
        this.problems = problems;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, 910);
    }

    private void check(RoutingContext exchange) {
        if (exchange.request().uri().contains("%00")) {
            problems.answer(exchange, Problem.MALFORMED.because("The address has a NUL in it."));
        } else {
            exchange.next();
        }
    }
}

package org.counterclaim.claim;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.counterclaim.kit.http.Negotiation;
import org.counterclaim.kit.http.QueryParameters;

/** What all claims are written in when somebody takes them along. */
enum ExportForm {
    NDJSON(ExportForm.LINES),
    CLAIMREVIEW(ClaimJsonLd.TYPE);

    static final String LINES = "application/x-ndjson";

    private final String type;

    ExportForm(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /**
     * The form that the reader names, or else the one that he likes best.
     *
     * @param name null if he names none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a name that none has, 406 if he names one that he does not take
     */
    static ExportForm of(String name, RoutingContext exchange) {
        List<ExportForm> offered = List.of(
                name == null
                        ? values()
                        : new ExportForm[] {QueryParameters.constant("format", name, ExportForm.class)});
        MediaType best = Negotiation.best(
                exchange, offered.stream().map(ExportForm::type).toList());
        return offered.stream()
                .filter(form -> form.type.equals(best.toString()))
                .findFirst()
                .orElseThrow();
    }
}

package org.counterclaim.claim;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
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
     * The form that the reader names, or all if he names none.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a name that none has
     */
    static List<ExportForm> offered(String name) {
        return name == null ? List.of(values()) : List.of(QueryParameters.constant("format", name, ExportForm.class));
    }

    boolean is(MediaType other) {
        return type.equals(other.toString());
    }
}

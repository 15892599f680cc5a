package org.counterclaim.exchange;

import java.util.HashMap;
import java.util.Map;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.job.Job;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What the rows of an import are, and what to do with them. */
public class ImportOptions {

    private static final String LANGUAGE = "language";
    private static final String FORMAT = "format";
    private static final String DRY_RUN = "dryRun";

    @RestQuery
    @Parameter(
            description =
                    "What the rows are: fact-checks, or (`ndjson`) the lines of an export of claims, which are kept under their ids, with all that they name.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"claimreview", "ndjson"},
                            defaultValue = "claimreview"))
    String format;

    @RestQuery
    @Parameter(description = "Language (BCP 47) of rows that do not say it.")
    String language;

    @RestQuery
    @Parameter(
            description = "Which column of a table is what, as `member:heading` with commas between, such as"
                    + " `url:URL,claimReviewed:Claim`. Without it a heading is the member's name: `claimReviewed`,"
                    + " `url`, `author`, `datePublished`, `reviewBody`, `ratingValue`, `bestRating`,"
                    + " `worstRating`, `alternateName` and others.")
    String columns;

    @RestQuery
    @Parameter(
            description = "Says what would come of the rows, and keeps none.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String dryRun;

    /** What the rows are. */
    enum Format {
        CLAIMREVIEW,
        NDJSON
    }

    /** Whether they are lines of an export. */
    boolean areLines(UploadForm form) {
        Format rows = format == null ? Format.CLAIMREVIEW : QueryParameters.constant(FORMAT, format, Format.class);
        if (rows == Format.NDJSON && form != UploadForm.LINES) {
            throw QueryParameters.invalid(FORMAT, "Lines come as " + UploadForm.NDJSON + ".");
        }
        return rows == Format.NDJSON;
    }

    /** What is kept of them with the job. */
    Map<String, String> asked() {
        Map<String, String> asked = new HashMap<>();
        asked.put(DRY_RUN, String.valueOf(Boolean.TRUE.equals(QueryParameters.flag(DRY_RUN, dryRun))));
        if (language != null) {
            asked.put(LANGUAGE, QueryParameters.language(LANGUAGE, language));
        }
        return asked;
    }

    /** Where the members of a row stand in a table. */
    Columns columns(UploadForm form) {
        if (columns != null && !form.isTable()) {
            throw QueryParameters.invalid("columns", "Only a table has columns.");
        }
        return Columns.of(columns);
    }

    static String language(Job job) {
        return job.options().get(LANGUAGE);
    }

    static boolean isDry(Job job) {
        return Boolean.parseBoolean(job.options().get(DRY_RUN));
    }
}

package org.counterclaim.release;

import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions.Builder;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/** What has become of a contract, for those who build on it. */
final class ContractChange {

    /** Whoever reads has to expect what he does not know: a new value of a member, a longer text. */
    private static final List<String> BREAKS_NOBODY =
            List.of("response.enum.increased", "response.max.length.increased", "response.responses.decreased");

    private static final String BREAKS_A_WRITER = "request.min.length.increased";

    private final ChangedOpenApi change;

    private ContractChange(ChangedOpenApi change) {
        this.change = change;
    }

    /** From one OpenAPI document to the next. */
    static ContractChange between(String before, String after) {
        Builder options = OpenApiDiffOptions.builder().configProperty("incompatible." + BREAKS_A_WRITER, "true");
        BREAKS_NOBODY.forEach(harmless -> options.configProperty("incompatible." + harmless, "false"));
        return new ContractChange(OpenApiCompare.fromContents(before, after, List.of(), options.build()));
    }

    /** What breaks those who build on it, in words; nothing if its version says that they are to expect that. */
    List<String> refused() {
        boolean newMajor = major(change.getNewSpecOpenApi().getInfo().getVersion())
                > major(change.getOldSpecOpenApi().getInfo().getVersion());
        return newMajor ? List.of() : Breaks.in(change);
    }

    private static int major(String version) {
        return Integer.parseInt(version.split("\\.")[0]);
    }
}

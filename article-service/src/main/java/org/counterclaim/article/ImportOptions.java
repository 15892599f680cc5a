package org.counterclaim.article;

import java.util.Map;
import org.counterclaim.kit.http.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What to do with the rows of an import. */
public class ImportOptions {

    static final String FORMAT = "format";
    static final String MODE = "mode";
    static final String DRY_RUN = "dryRun";

    /** What becomes of a row whose article is there already. */
    @Schema(name = "ImportMode")
    enum Mode {
        CREATE,
        UPSERT
    }

    @RestQuery
    @Parameter(
            description =
                    "What the rows are: `article`, in our own JSON, with the member `uri` beside those of a create; or `ninjs`, items of IPTC's News in JSON, which what comes as `application/vnd.iptc.ninjs+json` always is.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"article", "ninjs"},
                            defaultValue = "article"))
    String format;

    @RestQuery
    @Parameter(
            description =
                    "`create` makes an article of each row. `upsert` takes the row's `uri`, or the article's `url` if it has none, for its name: the article that an import made under this name gets a new revision if its content differs.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"create", "upsert"},
                            defaultValue = "create"))
    String mode;

    @RestQuery
    @Parameter(
            description = "Says what would come of each row if it came alone, and keeps none.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String dryRun;

    /** @param otherwise what the rows are if the request does not say */
    Map<String, String> asked(ImportForm.Name otherwise) {
        ImportForm.Name form =
                format == null ? otherwise : QueryParameters.constant(FORMAT, format, ImportForm.Name.class);
        Mode known = mode == null ? Mode.CREATE : QueryParameters.constant(MODE, mode, Mode.class);
        boolean dry = Boolean.TRUE.equals(QueryParameters.flag(DRY_RUN, dryRun));
        return Map.of(FORMAT, form.name(), MODE, known.name(), DRY_RUN, String.valueOf(dry));
    }
}

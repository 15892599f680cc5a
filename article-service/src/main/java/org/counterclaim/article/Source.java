package org.counterclaim.article;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.counterclaim.kit.json.WebAddress;
import org.counterclaim.kit.time.PartialDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A work that an article cites (schema.org {@code citation}, ninjs {@code infoSources}).
 *
 * @param id stable over the article's revisions; given by the service when absent
 * @param label as the article names it
 * @param type schema.org type of the work
 * @param resolution whether the work was found
 */
public record Source(
        @Pattern(regexp = "src_(0|[1-9]\\d{0,8})") String id,
        @NotBlank @Size(max = 500) @Schema(required = true) String label,
        @Size(max = 100) String type,
        @WebAddress @Size(max = 2000) String url,
        @Size(max = 300) String publisher,
        @Valid PartialDate datePublished,
        @WebAddress @Size(max = 2000) String archivedUrl,
        @NotNull @Schema(required = true) Resolution resolution)
        implements Part<Source> {

    /** What became of the search for the work. */
    public enum Resolution {
        RESOLVED,
        UNRESOLVED,
        DEAD,
        PAYWALLED,
        ARCHIVED,
        RETRACTED
    }

    @Override
    public Source withNumber(int number) {
        return new Source("src_" + number, label, type, url, publisher, datePublished, archivedUrl, resolution);
    }

    @Override
    public Object essence() {
        return label;
    }

    @Override
    public Likeness likeness() {
        return new Address(url);
    }

    /** A work that is called otherwise now stands where it stood. */
    private record Address(String url) implements Likeness {

        @Override
        public double to(Likeness other) {
            return url != null && equals(other) ? 1 : 0;
        }
    }

    /** A source of which nothing is known but what the text calls it. */
    static Source unresolved(String label) {
        return unresolved(label, null);
    }

    /**
     * A source that nobody has looked for yet.
     *
     * @param url where the text says it is; null if it does not
     */
    public static Source unresolved(String label, String url) {
        return new Source(null, label, "CreativeWork", url, null, null, null, Resolution.UNRESOLVED);
    }
}

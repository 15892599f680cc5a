package org.counterclaim.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The labels that a fact-checker uses, or that many use, with what each means.
 *
 * @param sites hosts of the fact-checker's pages; the scale holds for these and what is below them, one without for all
 */
@Schema(name = "RatingScaleContent")
public record RatingScaleContent(
        @NotBlank @Size(max = 300) @Schema(required = true, example = "Agência Lupa")
        String name,

        @Size(max = 20) List<@NotNull @Pattern(regexp = HOST) String> sites,

        @NotEmpty @Size(max = 500) @Schema(required = true) List<@NotNull @Valid Label> labels) {

    private static final String HOST = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?){1,8}";

    public RatingScaleContent {
        sites = sites == null ? List.of() : sites;
        labels = labels == null ? List.of() : labels;
    }

    /** Whether nobody can read one of its labels in two ways. */
    @JsonIgnore
    @AssertTrue(message = "each label stands in it once for each language")
    @Schema(hidden = true)
    boolean isClear() {
        Set<String> seen = new HashSet<>();
        return labels.stream()
                .filter(label -> label != null && label.name() != null)
                .allMatch(label -> seen.add(Label.folded(label.name()) + "\n" + label.inLanguage()));
    }

    /** Whether it is for everybody who has no scale of his own. */
    boolean isGeneral() {
        return sites.isEmpty();
    }

    boolean isOf(String host) {
        return sites.stream().anyMatch(site -> host.equals(site) || host.endsWith("." + site));
    }
}

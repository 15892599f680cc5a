package org.counterclaim.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.counterclaim.kit.json.LanguageTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A label of a scale and what it means.
 *
 * @param name as it is written
 * @param inLanguage the language it is in (BCP 47); absent if it means the same in each
 */
@Schema(name = "RatingLabel")
public record Label(
        @NotBlank @Size(max = 300) @Schema(required = true, example = "Exagerado")
        String name,

        @LanguageTag @Schema(example = "pt") String inLanguage,
        @NotNull @Schema(required = true) Verdict normalized) {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("[.!]+$");

    /** The same for every way to write a label: letters large or small, spaces, and a mark at its end. */
    static String folded(String label) {
        String text = Normalizer.normalize(label, Normalizer.Form.NFKC).strip();
        return MARKS.matcher(SPACES.matcher(text).replaceAll(" "))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    boolean isIn(String language) {
        return inLanguage == null || primary(inLanguage).equals(primary(language));
    }

    private static String primary(String language) {
        return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }
}

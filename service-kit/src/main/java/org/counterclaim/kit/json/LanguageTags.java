package org.counterclaim.kit.json;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags as people write them (BCP 47), of which the JDK knows the grammar. */
public final class LanguageTags {

    private LanguageTags() {}

    /** A tag in the letters that are usual, as {@code pt-BR} for {@code PT-br}; empty if it is none. */
    public static Optional<String> canonical(String tag) {
        try {
            return Optional.of(tag)
                    .filter(written -> !written.isEmpty())
                    .map(written ->
                            new Locale.Builder().setLanguageTag(written).build().toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}

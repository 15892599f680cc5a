package org.counterclaim.lint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A story as the linter reads it.
 *
 * @param id what flags on the whole of it name
 * @param language tag (BCP 47)
 * @param isDated whether it says when it was published
 * @param isSigned whether it says who wrote it
 */
public record Story(
        String id,
        String language,
        boolean isDated,
        boolean isSigned,
        List<Passage> passages,
        List<Citation> citations) {

    /** Languages whose words the linter knows; a text of no known language is tried. */
    private static final Set<String> KNOWN = Set.of("en", "und");

    /**
     * A work that the story cites.
     *
     * @param isFound whether anybody has found it
     */
    public record Citation(String id, String label, boolean isFound) {}

    /** Whether rules about words can be applied. */
    boolean isRead() {
        return KNOWN.contains(language.split("-", 2)[0].toLowerCase(Locale.ROOT));
    }

    Stream<Passage> body() {
        return passages.stream()
                .filter(passage -> passage.kind() == Passage.Kind.BODY || passage.kind() == Passage.Kind.QUOTATION);
    }

    Stream<Passage> passages(Passage.Kind kind) {
        return passages.stream().filter(passage -> passage.kind() == kind);
    }
}

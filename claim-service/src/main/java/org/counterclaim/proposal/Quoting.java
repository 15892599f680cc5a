package org.counterclaim.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.appearance.Selector;
import org.counterclaim.attribution.Attribution;
import org.counterclaim.attribution.Passage;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.story.ArticleText;

/** Turns passages of an article that was read as one text into places in its sections. */
final class Quoting {

    private static final int LONGEST = 2000;

    private final ArticleText article;

    Quoting(ArticleText article) {
        this.article = article;
    }

    /** Where it is said; a passage that goes over several sections has a place in each. Empty if it lies in none. */
    List<AppearanceContent> places(Attribution attribution, Passage passage) {
        List<AppearanceContent> places = new ArrayList<>();
        int start = 0;
        for (ArticleText.Section section : article.sections()) {
            int end = start + section.length();
            int from = Math.max(passage.start(), start);
            int to = Math.min(Math.min(passage.end(), end), from + LONGEST);
            if (from < to) {
                places.add(place(attribution, section, part(passage, from, to), from - start));
            }
            start = end + ReadText.BETWEEN.length();
        }
        return places;
    }

    /** All places of what is said, each under the pointer to its passage; a failure with 422 if one lies beyond the article. */
    Map<String, AppearanceContent> placed(Attribution attribution, String pointer) {
        Map<String, AppearanceContent> placed = new LinkedHashMap<>();
        for (int i = 0; i < attribution.content().size(); i++) {
            List<AppearanceContent> places =
                    places(attribution, attribution.content().get(i));
            if (places.isEmpty()) {
                String detail = "The article is not so long.";
                throw Problem.VALIDATION.because(
                        detail, List.of(new FieldError(pointer + i, "selector-mismatch", detail)));
            }
            for (int n = 0; n < places.size(); n++) {
                placed.put(n == 0 ? pointer + i : pointer + i + "/" + n, places.get(n));
            }
        }
        return placed;
    }

    /** The words of a passage between two offsets; all of them if its offsets do not fit its words. */
    private static String part(Passage passage, int from, int to) {
        String exact = passage.exact();
        int length = exact.codePointCount(0, exact.length());
        if (length != passage.end() - passage.start()) {
            return exact;
        }
        int first = exact.offsetByCodePoints(0, from - passage.start());
        return exact.substring(first, exact.offsetByCodePoints(first, to - from));
    }

    private AppearanceContent place(Attribution attribution, ArticleText.Section section, String exact, int from) {
        int end = from + exact.codePointCount(0, exact.length());
        Selector selector = new Selector(new Selector.Quote(exact, null, null), new Selector.Position(from, end));
        return new AppearanceContent(
                article.id(),
                article.revision(),
                section.id(),
                selector,
                null,
                null,
                null,
                null,
                attribution.quotationType(),
                null);
    }
}

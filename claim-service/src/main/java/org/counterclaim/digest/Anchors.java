package org.counterclaim.digest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.claim.Claim;
import org.counterclaim.story.ArticleText;

/** Where claims stand in the current text of an article. A place that no longer says what was quoted is not pointed at. */
final class Anchors {

    private final ArticleText text;
    private final Map<String, Integer> order;

    Anchors(ArticleText text) {
        this.text = text;
        List<ArticleText.Section> sections = text.sections();
        this.order = IntStream.range(0, sections.size())
                .boxed()
                .collect(Collectors.toMap(i -> sections.get(i).id(), i -> i));
    }

    /** The claims by their first place in the text; those without one last, the oldest first. */
    List<Claim> inOrder(List<Claim> claims) {
        return claims.stream()
                .sorted(Comparator.comparingLong(this::firstPlace).thenComparing(Claim::id))
                .toList();
    }

    /** All spans of a claim, in the order of the text. */
    Stream<StoryClaims.Span> of(Claim claim) {
        return claim.appearances().stream()
                .filter(appearance -> appearance.isExactIn(text))
                .map(appearance -> span(claim, appearance.content()))
                .sorted(Comparator.comparingLong(this::place));
    }

    private static StoryClaims.Span span(Claim claim, AppearanceContent content) {
        return new StoryClaims.Span(
                content.sectionId(),
                content.selector().position().start(),
                content.selector().position().end(),
                claim.id(),
                StoryClaims.AnchorState.EXACT);
    }

    private long firstPlace(Claim claim) {
        return of(claim).findFirst().map(this::place).orElse(Long.MAX_VALUE);
    }

    private long place(StoryClaims.Span span) {
        return ((long) order.get(span.sectionId()) << Integer.SIZE) + span.start();
    }
}

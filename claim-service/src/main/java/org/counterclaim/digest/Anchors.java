package org.counterclaim.digest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterclaim.appearance.Anchor;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.QuoteFinder;
import org.counterclaim.claim.Claim;
import org.counterclaim.story.ArticleText;

/** Where claims stand in one text of an article. What the text does not say any more is not pointed at. */
final class Anchors {

    private final ArticleText text;
    private final Map<String, Integer> order;
    private final QuoteFinder finder;

    Anchors(ArticleText text) {
        this.text = text;
        List<ArticleText.Section> sections = text.sections();
        this.order = IntStream.range(0, sections.size())
                .boxed()
                .collect(Collectors.toMap(i -> sections.get(i).id(), i -> i));
        this.finder = QuoteFinder.in(text);
    }

    /** Whether a quote has to be searched for, which may take long: nobody has heard of this text yet. */
    boolean needSearch(List<Claim> claims) {
        return claims.stream()
                .anyMatch(claim -> claim.quotes(text.id())
                        .anyMatch(quote ->
                                !quote.isAsQuotedIn(text) && known(claim, quote).isEmpty()));
    }

    /** Each claim with its spans in the order of the text, by the first of them; those without one last, the oldest first. */
    List<Placed> place(List<Claim> claims) {
        return claims.stream()
                .map(this::placed)
                .sorted(Comparator.comparingLong(this::firstPlace)
                        .thenComparing(placed -> placed.claim().id()))
                .toList();
    }

    /**
     * A claim, and where it stands.
     *
     * @param spans of its own places
     * @param anchors of every quote, also of those of positions
     */
    record Placed(Claim claim, List<StoryClaims.Span> spans, List<Anchor> anchors) {}

    private Placed placed(Claim claim) {
        List<Anchor> anchors =
                claim.quotes(text.id()).map(quote -> anchor(claim, quote)).toList();
        Set<String> own = claim.appearances().stream().map(Appearance::id).collect(Collectors.toSet());
        return new Placed(
                claim,
                anchors.stream()
                        .filter(anchor -> anchor.hasPlace() && own.contains(anchor.appearanceId()))
                        .map(anchor -> span(claim, anchor))
                        .sorted(Comparator.comparingLong(this::place))
                        .toList(),
                anchors);
    }

    private Anchor anchor(Claim claim, Appearance quote) {
        return quote.isAsQuotedIn(text)
                ? Anchor.asQuoted(quote, text.revision())
                : known(claim, quote).orElseGet(() -> finder.find(quote));
    }

    private Optional<Anchor> known(Claim claim, Appearance quote) {
        return claim.findings().anchor(quote.id()).filter(anchor -> anchor.articleRevision() == text.revision());
    }

    private static StoryClaims.Span span(Claim claim, Anchor anchor) {
        return new StoryClaims.Span(anchor.sectionId(), anchor.start(), anchor.end(), claim.id(), anchor.state());
    }

    private long firstPlace(Placed placed) {
        return placed.spans.stream().findFirst().map(this::place).orElse(Long.MAX_VALUE);
    }

    private long place(StoryClaims.Span span) {
        return ((long) order.get(span.sectionId()) << Integer.SIZE) + span.start();
    }
}

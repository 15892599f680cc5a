package org.counterclaim.digest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
                .anyMatch(claim -> places(claim)
                        .anyMatch(place ->
                                !place.isAsQuotedIn(text) && known(claim, place).isEmpty()));
    }

    /** Each claim with its spans in the order of the text, by the first of them; those without one last, the oldest first. */
    List<Placed> place(List<Claim> claims) {
        return claims.stream()
                .map(this::placed)
                .sorted(Comparator.comparingLong(this::firstPlace)
                        .thenComparing(placed -> placed.claim().id()))
                .toList();
    }

    /** A claim, and where it stands. */
    record Placed(Claim claim, List<StoryClaims.Span> spans) {}

    private Placed placed(Claim claim) {
        return new Placed(
                claim,
                places(claim)
                        .flatMap(place -> span(claim, place))
                        .sorted(Comparator.comparingLong(this::place))
                        .toList());
    }

    private Stream<Appearance> places(Claim claim) {
        return claim.appearances().stream().filter(place -> place.isIn(text.id()));
    }

    private Stream<StoryClaims.Span> span(Claim claim, Appearance place) {
        Anchor anchor = place.isAsQuotedIn(text)
                ? Anchor.asQuoted(place, text.revision())
                : known(claim, place).orElseGet(() -> finder.find(place));
        return Stream.of(anchor)
                .filter(Anchor::hasPlace)
                .map(found ->
                        new StoryClaims.Span(found.sectionId(), found.start(), found.end(), claim.id(), found.state()));
    }

    private Optional<Anchor> known(Claim claim, Appearance place) {
        return claim.findings().anchor(place.id()).filter(anchor -> anchor.articleRevision() == text.revision());
    }

    private long firstPlace(Placed placed) {
        return placed.spans.stream().findFirst().map(this::place).orElse(Long.MAX_VALUE);
    }

    private long place(StoryClaims.Span span) {
        return ((long) order.get(span.sectionId()) << Integer.SIZE) + span.start();
    }
}

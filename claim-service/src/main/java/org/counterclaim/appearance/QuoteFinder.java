package org.counterclaim.appearance;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterclaim.story.ArticleText;

/**
 * Finds quotes again in a newer text of their article. Made for one text and asked for many quotes; what it finds follows from
 * the quote and the text alone. A quote that could be in more than one place is never pointed at as if that were certain, and what
 * it takes is bounded by the length of the text.
 */
public final class QuoteFinder {

    /** So many places are looked at in one section, so many sides in all: what stands more often tells nothing. */
    private static final int LOOKED_AT = 40;

    private final ArticleText text;
    private List<SectionLetters> sections;

    private QuoteFinder(ArticleText text) {
        this.text = text;
    }

    /** One that looks at the text when it is first asked. */
    public static QuoteFinder in(ArticleText text) {
        return new QuoteFinder(text);
    }

    /** Where the quote of an appearance in this article stands. */
    public Anchor find(Appearance appearance) {
        Quoted quoted = Quoted.of(appearance.content());
        return asQuoted(quoted)
                .or(() -> sameWords(quoted, wholePlaces(quoted)))
                .or(() -> nearWords(quoted))
                .map(found -> Anchor.at(appearance, text.revision(), found.state, found.place))
                .orElseGet(() -> Anchor.nowhere(appearance, text.revision()));
    }

    private record Found(AnchorState state, Place place) {}

    /** Nothing has changed around it: no need to look further. */
    private Optional<Found> asQuoted(Quoted quoted) {
        return sections().stream()
                .filter(quoted::isHome)
                .filter(section -> section.says(quoted.exact(), quoted.start()))
                .map(section -> quoted.in(section, quoted.start(), quoted.start() + quoted.exact().length))
                .filter(place -> place.context() == 2)
                .map(place -> new Found(AnchorState.EXACT, place))
                .findFirst();
    }

    private List<Place> wholePlaces(Quoted quoted) {
        int length = quoted.exact().length;
        return homeFirst(quoted)
                .flatMap(section -> section.find(quoted.exact(), LOOKED_AT).stream()
                        .filter(start -> quoted.isWhole(section, start, start + length))
                        .map(start -> quoted.in(section, start, start + length)))
                .toList();
    }

    /** The place with the most of the context, if it is the only one or the only one at home; a short quote needs some context. */
    private static Optional<Found> sameWords(Quoted quoted, List<Place> places) {
        int most = places.stream().mapToInt(Place::context).max().orElse(0);
        List<Place> best =
                places.stream().filter(place -> place.context() == most).toList();
        List<Place> home =
                best.stream().filter(place -> quoted.isHome(place.section())).toList();
        if (best.isEmpty() || most == 0 && !quoted.speaksForItself()) {
            return Optional.empty();
        }
        if (home.size() == 1) {
            return Optional.of(new Found(AnchorState.EXACT, home.get(0)));
        }
        boolean sure = best.size() == 1 && (most == 2 || places.size() == 1);
        if (sure || most > 0) {
            return Optional.of(new Found(sure ? AnchorState.MOVED : AnchorState.FUZZY, nearest(quoted, best)));
        }
        return Optional.empty();
    }

    private static Place nearest(Quoted quoted, List<Place> places) {
        return places.stream()
                .min(Comparator.comparing((Place place) -> !quoted.isHome(place.section()))
                        .thenComparing(place -> Math.abs(place.start() - quoted.start())))
                .orElseThrow();
    }

    /** What is most like the quote among what stands behind its prefix or before its suffix. */
    private Optional<Found> nearWords(Quoted quoted) {
        NearQuote near = new NearQuote(quoted);
        return homeFirst(quoted)
                .flatMap(near::sides)
                .limit(LOOKED_AT)
                .flatMap(near::at)
                .min(NearQuote.BEST)
                .map(guess -> new Found(AnchorState.FUZZY, guess.place()));
    }

    private Stream<SectionLetters> homeFirst(Quoted quoted) {
        return Stream.concat(
                sections().stream().filter(quoted::isHome),
                sections().stream().filter(section -> !quoted.isHome(section)));
    }

    private List<SectionLetters> sections() {
        if (sections == null) {
            sections = text.sections().stream()
                    .map(section -> SectionLetters.of(section.id(), section.text()))
                    .toList();
        }
        return sections;
    }
}

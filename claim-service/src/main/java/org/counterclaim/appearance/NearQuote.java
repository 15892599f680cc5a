package org.counterclaim.appearance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what is nearly a quote where at least one side of it is as it was. */
final class NearQuote {

    /** The most alike; of equals the one with more of its context. */
    static final Comparator<Guess> BEST = Comparator.comparingInt(Guess::distance)
            .thenComparing(guess -> -guess.place().context());

    /** A context that stands more often in one section tells nothing. */
    private static final int LOOKED_AT = 10;

    private final Quoted quoted;
    private final NearMatch forwards;
    private final NearMatch backwards;

    NearQuote(Quoted quoted) {
        this.quoted = quoted;
        this.forwards = new NearMatch(quoted.exact());
        this.backwards = new NearMatch(reversed(quoted.exact()));
    }

    /** Where the quote would have to begin, or else to end. */
    record Side(SectionLetters section, int at, boolean isStart) {}

    /** @param distance letters that differ from the quote */
    record Guess(Place place, int distance) {}

    /** Where something stands in this section that stood beside the quote. */
    Stream<Side> sides(SectionLetters section) {
        return Stream.concat(
                starts(section).mapToObj(at -> new Side(section, at, true)),
                ends(section).mapToObj(at -> new Side(section, at, false)));
    }

    /** What is most like the quote there, if anything is. */
    Stream<Guess> at(Side side) {
        Stream<Guess> guesses = side.isStart
                ? forwards.of(ahead(side)).stream().map(cut -> guess(side, side.at, side.at + cut.length(), cut))
                : backwards.of(back(side)).stream().map(cut -> guess(side, side.at - cut.length(), side.at, cut));
        return guesses
                .filter(guess -> quoted.isWhole(side.section, guess.place.start(), guess.place.end()))
                .min(BEST)
                .stream();
    }

    private IntStream starts(SectionLetters section) {
        int length = quoted.prefix().length;
        IntStream starts = Quoted.isTelling(quoted.prefix())
                ? section.find(quoted.prefix(), LOOKED_AT).stream().mapToInt(at -> at + length)
                : IntStream.of(length);
        return starts.filter(start -> quoted.isAfterPrefix(section, start));
    }

    private IntStream ends(SectionLetters section) {
        int length = quoted.suffix().length;
        IntStream ends = Quoted.isTelling(quoted.suffix())
                ? section.find(quoted.suffix(), LOOKED_AT).stream().mapToInt(at -> at)
                : IntStream.of(section.length() - length);
        return ends.filter(end -> quoted.isBeforeSuffix(section, end));
    }

    private Guess guess(Side side, int start, int end, NearMatch.Cut cut) {
        return new Guess(quoted.in(side.section, start, end), cut.distance());
    }

    private int[] ahead(Side side) {
        return Arrays.copyOfRange(side.section.letters(), side.at, Math.min(side.section.length(), side.at + reach()));
    }

    private int[] back(Side side) {
        return reversed(Arrays.copyOfRange(side.section.letters(), Math.max(0, side.at - reach()), side.at));
    }

    /** Further than anything that is alike. */
    private int reach() {
        return 2 * quoted.exact().length;
    }

    private static int[] reversed(int[] letters) {
        int[] reversed = new int[letters.length];
        Arrays.setAll(reversed, i -> letters[letters.length - 1 - i]);
        return reversed;
    }
}

package org.counterclaim.appearance;

import java.util.Arrays;

/**
 * The words that are looked for, with what stood around them, as code points.
 *
 * @param exact the words
 * @param prefix what stood before them, up to 32 code points
 * @param suffix what stood after them, likewise
 * @param sectionId the section that they stood in
 * @param start where they began in it
 */
record Quoted(int[] exact, int[] prefix, int[] suffix, String sectionId, int start) {

    /** So many letters hardly stand anywhere else by chance. */
    private static final int SPEAKS_FOR_ITSELF = 20;

    /** Less than that stands in many places: it counts at the end of a section only, where it stood. */
    private static final int TELLING = 8;

    static Quoted of(AppearanceContent content) {
        Selector.Quote quote = content.selector().quote();
        return new Quoted(
                letters(quote.exact()),
                letters(quote.prefix()),
                letters(quote.suffix()),
                content.sectionId(),
                content.selector().position().start());
    }

    private static int[] letters(String text) {
        return text == null ? new int[0] : text.codePoints().toArray();
    }

    boolean isHome(SectionLetters section) {
        return section.id().equals(sectionId);
    }

    /** Whether the words alone tell which text they are from. */
    boolean speaksForItself() {
        return exact.length >= SPEAKS_FOR_ITSELF;
    }

    Place in(SectionLetters section, int start, int end) {
        return new Place(
                section, start, end, (isAfterPrefix(section, start) ? 1 : 0) + (isBeforeSuffix(section, end) ? 1 : 0));
    }

    boolean isAfterPrefix(SectionLetters section, int start) {
        return section.says(prefix, start - prefix.length) && (isTelling(prefix) || start == prefix.length);
    }

    boolean isBeforeSuffix(SectionLetters section, int end) {
        return section.says(suffix, end) && (isTelling(suffix) || end + suffix.length == section.length());
    }

    /** Whether a context can be looked for anywhere; another one stands at the end of a section or nowhere. */
    static boolean isTelling(int[] context) {
        return context.length >= TELLING;
    }

    /** Whether a stretch cuts no word and no number apart, unless the quote did so itself. */
    boolean isWhole(SectionLetters section, int start, int end) {
        int[] letters = section.letters();
        return (!WordEdge.isInside(letters, start) || WordEdge.isInside(joined(prefix, exact), prefix.length))
                && (!WordEdge.isInside(letters, end) || WordEdge.isInside(joined(exact, suffix), exact.length));
    }

    private static int[] joined(int[] before, int[] after) {
        int[] joined = Arrays.copyOf(before, before.length + after.length);
        System.arraycopy(after, 0, joined, before.length, after.length);
        return joined;
    }
}

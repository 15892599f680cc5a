package org.counterclaim.exchange;

/** A claim in so few words that it stands on a card: its own first ones. */
final class ShortText {

    private static final int MAX = 75;
    private static final String MORE = "…";

    private ShortText() {}

    static String of(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= MAX) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, MAX - 1));
        int space = cut.lastIndexOf(' ');
        return (space > MAX / 2 ? cut.substring(0, space) : cut).strip() + MORE;
    }
}

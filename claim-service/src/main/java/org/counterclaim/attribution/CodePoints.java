package org.counterclaim.attribution;

/** Turns offsets in UTF-16 units into offsets in Unicode code points, which is what the outside counts. */
final class CodePoints {

    private static final int CONTEXT = 32;

    private final String text;
    private final int[] before;

    CodePoints(String text) {
        this.text = text;
        this.before = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            boolean second =
                    Character.isLowSurrogate(text.charAt(i)) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            before[i + 1] = before[i] + (second ? 0 : 1);
        }
    }

    int at(int offset) {
        return before[offset];
    }

    Passage passage(Span span) {
        return new Passage(at(span.start()), at(span.end()), span.of(text), prefix(span.start()), suffix(span.end()));
    }

    private String prefix(int end) {
        int start = text.offsetByCodePoints(end, -Math.min(CONTEXT, text.codePointCount(0, end)));
        return text.substring(start, end);
    }

    private String suffix(int start) {
        int left = text.codePointCount(start, Math.min(text.length(), start + 2 * CONTEXT));
        return text.substring(start, text.offsetByCodePoints(start, Math.min(CONTEXT, left)));
    }
}

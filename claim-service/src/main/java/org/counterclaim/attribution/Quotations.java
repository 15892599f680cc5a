package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what stands between quotation marks, with the marks: straight and curly, double and single, `` and ''. A quotation that
 * a paragraph leaves open ends with the paragraph.
 */
final class Quotations {

    /** More than any story has. What is hostile costs no more than a story. */
    static final int MAX = 1000;

    private static final int SHORTEST_SINGLE = 2;
    private static final int LONGEST_SINGLE = 2000;

    private final String text;
    private final List<Span> found = new ArrayList<>();

    private Quotations(String text) {
        this.text = text;
    }

    static List<Span> in(String text) {
        Quotations quotations = new Quotations(text);
        int from = 0;
        while (from < text.length() && quotations.found.size() < MAX) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            quotations.paragraph(from, end);
            from = end + 1;
        }
        return List.copyOf(quotations.found);
    }

    private void paragraph(int from, int end) {
        int open = -1;
        for (int i = from; i < end && found.size() < MAX; i++) {
            int length = markAt(i, end);
            if (length > 0) {
                boolean opens = opens(i, length, from, end);
                open = opens ? reopened(open, i) : closed(open, i + length);
                i += length - 1;
            } else if (open < 0 && isSingle(i) && opens(i, 1, from, end)) {
                i = single(i, end);
            }
        }
        if (open >= 0) {
            found.add(new Span(open, trimmed(open, end)));
        }
    }

    /** A mark that opens while another is open: the first was not closed. */
    private int reopened(int open, int at) {
        if (open >= 0 && trimmed(open, at) > open + 1) {
            found.add(new Span(open, trimmed(open, at)));
        }
        return at;
    }

    private int closed(int open, int end) {
        if (open >= 0 && end - open > 2) {
            found.add(new Span(open, end));
        }
        return -1;
    }

    /** Finds the end of a quotation in single marks, which look like apostrophes. */
    private int single(int open, int end) {
        int close = closing(open, end);
        if (close < 0 || text.substring(open, close).indexOf('"') >= 0) {
            return open;
        }
        found.add(new Span(open, close + 1));
        return close;
    }

    private int closing(int open, int end) {
        int loose = -1;
        for (int i = open + SHORTEST_SINGLE; i < Math.min(end, open + LONGEST_SINGLE); i++) {
            if (isSingle(i) && text.charAt(i) != '‘' && !isLetter(i + 1, end)) {
                if (closesSurely(i, end)) {
                    return i;
                }
                loose = loose < 0 ? i : loose;
            }
        }
        return loose;
    }

    /** After the mark of a clause, or before one, unless it may be the plural's genitive. */
    private boolean closesSurely(int i, int end) {
        boolean beforeMark = i + 1 >= end || ",.;:!?)".indexOf(text.charAt(i + 1)) >= 0;
        return ",.!?;:…".indexOf(text.charAt(i - 1)) >= 0 || beforeMark && text.charAt(i - 1) != 's';
    }

    private int markAt(int i, int end) {
        char c = text.charAt(i);
        if (c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»') {
            return 1;
        }
        return i + 1 < end && (c == '\'' || c == '`') && text.charAt(i + 1) == c ? 2 : 0;
    }

    private boolean opens(int i, int length, int from, int end) {
        char c = text.charAt(i);
        if ("“„«`‘".indexOf(c) >= 0) {
            return true;
        }
        if ("”»’".indexOf(c) >= 0) {
            return false;
        }
        boolean startsWord =
                i == from || Character.isWhitespace(text.charAt(i - 1)) || "([{—–-".indexOf(text.charAt(i - 1)) >= 0;
        return startsWord && i + length < end && !Character.isWhitespace(text.charAt(i + length));
    }

    private boolean isSingle(int i) {
        return "'‘’".indexOf(text.charAt(i)) >= 0;
    }

    private boolean isLetter(int i, int end) {
        return i < end && Character.isLetterOrDigit(text.charAt(i));
    }

    private int trimmed(int from, int end) {
        int last = end;
        while (last > from && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }
}

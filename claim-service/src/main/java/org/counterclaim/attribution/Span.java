package org.counterclaim.attribution;

/** A stretch of a text, in UTF-16 units, end exclusive. */
record Span(int start, int end) {

    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    int length() {
        return end - start;
    }

    String of(String text) {
        return text.substring(start, end);
    }

    Span with(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}

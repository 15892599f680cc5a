package org.counterclaim.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch in which two versions of a text differ.
 *
 * @param before where it was; empty, at the place of what was inserted, if it was not there
 * @param after where it is; empty, at the place of what was deleted, if it is gone
 * @param removed the words that were there
 * @param added the words that are there
 */
@Schema(name = "TextSpan")
record TextSpan(
        @Schema(required = true) Kind kind,
        @Schema(required = true) Offsets before,
        @Schema(required = true) Offsets after,
        @Schema(required = true) String removed,
        @Schema(required = true) String added) {

    /** What happened there. */
    @Schema(name = "TextSpanKind")
    enum Kind {
        INSERTED,
        DELETED,
        CHANGED
    }

    /** Unicode code points of a section's text, from zero; the end is not part of it. */
    @Schema(name = "TextOffsets")
    record Offsets(
            @Schema(required = true) int start,
            @Schema(required = true) int end) {

        /** What a text has between two places of UTF-16. */
        static Offsets in(String text, int from, int to) {
            int start = text.codePointCount(0, from);
            return new Offsets(start, start + text.codePointCount(from, to));
        }
    }

    static TextSpan of(Offsets before, Offsets after, String removed, String added) {
        Kind kind = removed.isEmpty() ? Kind.INSERTED : added.isEmpty() ? Kind.DELETED : Kind.CHANGED;
        return new TextSpan(kind, before, after, removed, added);
    }
}

package org.counterclaim.kit.editorial;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something about a piece of content that a person should look at.
 *
 * @param id names this flag within its content; what an acknowledgement refers to
 * @param code kind of flag
 * @param severity an error stands in the way of publishing until it is mended or acknowledged
 * @param target id of the thing that is flagged
 * @param detail a sentence for the newsroom
 * @param span the words that are flagged; absent if it is no words
 */
public record Flag(String id, String code, Severity severity, String target, String detail, Span span) {

    /** How much a flag matters. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /**
     * Some words of a text. Offsets are Unicode code points, zero-based, the end exclusive.
     *
     * @param sectionId the part of the text
     * @param exact the words themselves
     */
    @Schema(name = "FlagSpan")
    public record Span(
            @Schema(required = true) String sectionId,
            @Schema(required = true) int start,
            @Schema(required = true) int end,
            @Schema(required = true) String exact) {}

    /** A flag on the content itself, which can be there only once. */
    public static Flag error(String code, String target, String detail) {
        return new Flag(code, code, Severity.ERROR, target, detail, null);
    }

    /** The same, that stands in nobody's way. */
    public static Flag warning(String code, String target, String detail) {
        return new Flag(code, code, Severity.WARNING, target, detail, null);
    }

    /** The same, that is good to know. */
    public static Flag info(String code, String target, String detail) {
        return new Flag(code, code, Severity.INFO, target, detail, null);
    }

    /**
     * A flag on one part of the content.
     *
     * @param span where the content speaks of it, null if it does not
     */
    public static Flag errorAt(String code, String target, String detail, Span span) {
        return new Flag(code + ":" + target, code, Severity.ERROR, target, detail, span);
    }

    /** The same, that stands in nobody's way. */
    public static Flag warningAt(String code, String target, String detail) {
        return new Flag(code + ":" + target, code, Severity.WARNING, target, detail, null);
    }

    /** A flag on some words, that stands in nobody's way. */
    public static Flag warningAt(String code, Span span, String detail) {
        String id = code + ":" + span.sectionId() + ":" + span.start();
        return new Flag(id, code, Severity.WARNING, span.sectionId(), detail, span);
    }

    /** Whether nobody publishes without mending or acknowledging it. */
    public boolean standsInTheWay() {
        return severity == Severity.ERROR;
    }
}

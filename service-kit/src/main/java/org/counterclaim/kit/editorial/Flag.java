package org.counterclaim.kit.editorial;

/**
 * Something about a piece of content that a person should look at.
 *
 * @param id names this flag within its content; what an acknowledgement refers to
 * @param code kind of flag
 * @param severity an error stands in the way of publishing until it is mended or acknowledged
 * @param target id of the thing that is flagged
 * @param detail a sentence for the newsroom
 */
public record Flag(String id, String code, Severity severity, String target, String detail) {

    /** How much a flag matters. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /** A flag on the content itself, which can be there only once. */
    public static Flag error(String code, String target, String detail) {
        return new Flag(code, code, Severity.ERROR, target, detail);
    }

    /** The same, that stands in nobody's way. */
    public static Flag warning(String code, String target, String detail) {
        return new Flag(code, code, Severity.WARNING, target, detail);
    }

    /** A flag on one part of the content. */
    public static Flag errorAt(String code, String target, String detail) {
        return new Flag(code + ":" + target, code, Severity.ERROR, target, detail);
    }

    boolean standsInTheWay() {
        return severity == Severity.ERROR;
    }
}

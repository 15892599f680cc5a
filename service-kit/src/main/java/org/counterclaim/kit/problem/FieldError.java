package org.counterclaim.kit.problem;

/**
 * One place in a request that is wrong.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or {@code /name} of a query parameter
 * @param code stable code of what is wrong there
 * @param detail a sentence for the developer who sent it
 */
public record FieldError(String pointer, String code, String detail) {}

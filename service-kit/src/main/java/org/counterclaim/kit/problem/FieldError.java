package org.counterclaim.kit.problem;

import jakarta.validation.ConstraintViolation;
import java.util.Locale;

/**
 * One place in a request that is wrong.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or {@code /name} of a query parameter
 * @param code stable code of what is wrong there
 * @param detail a sentence for the developer who sent it
 */
public record FieldError(String pointer, String code, String detail) {

    /** The place that breaks a rule; the code is the name of the rule. */
    public static FieldError of(ConstraintViolation<?> violation) {
        String rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String code = rule.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return new FieldError(Pointers.of(violation), code, violation.getMessage());
    }
}

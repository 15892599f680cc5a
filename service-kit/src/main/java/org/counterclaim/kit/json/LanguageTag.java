package org.counterclaim.kit.json;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A well-formed language tag (BCP 47). */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LanguageTag.Check.class)
public @interface LanguageTag {

    String message() default "must be a language tag of BCP 47, such as en or pt-BR";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether the grammar lets it through. */
    class Check implements ConstraintValidator<LanguageTag, String> {

        @Override
        public boolean isValid(String tag, ConstraintValidatorContext context) {
            return tag == null || LanguageTags.canonical(tag).isPresent();
        }
    }
}

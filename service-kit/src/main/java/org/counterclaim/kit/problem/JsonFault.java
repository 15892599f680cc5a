package org.counterclaim.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is wrong with a JSON text, as its sender is told. */
public final class JsonFault {

    private JsonFault() {}

    /** 400 that points at it. */
    public static HttpProblem problem(JsonProcessingException fault) {
        String detail = describe(fault);
        if (fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String code = fault instanceof UnrecognizedPropertyException ? "unknown-member" : "unreadable";
            return Problem.MALFORMED.because(
                    detail, List.of(new FieldError(Pointers.of(mapping.getPath()), code, detail)));
        }
        return Problem.MALFORMED.because(detail);
    }

    /** The parser's own words where they speak of JSON, ours where they speak of Java. */
    private static String describe(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "Unknown member \"" + unknown.getPropertyName() + "\".";
        }
        if (fault instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return "One of "
                    + Arrays.toString(format.getTargetType().getEnumConstants()).toLowerCase(Locale.ROOT) + ".";
        }
        String said = fault.getOriginalMessage().lines().findFirst().orElse("");
        return said.contains("`") ? "A value of another type is expected here." : said;
    }
}

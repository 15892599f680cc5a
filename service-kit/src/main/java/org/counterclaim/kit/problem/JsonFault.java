package org.counterclaim.kit.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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

    /** A constant as it is written in JSON. */
    private static String written(Field constant) {
        JsonProperty other = constant.getAnnotation(JsonProperty.class);
        return other == null ? constant.getName().toLowerCase(Locale.ROOT) : other.value();
    }

    /** The parser's own words where they speak of JSON, ours where they speak of Java. */
    private static String describe(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "Unknown member \"" + unknown.getPropertyName() + "\".";
        }
        if (fault instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return Arrays.stream(format.getTargetType().getFields())
                    .filter(Field::isEnumConstant)
                    .map(JsonFault::written)
                    .collect(Collectors.joining(", ", "One of [", "]."));
        }
        String said = fault.getOriginalMessage().lines().findFirst().orElse("");
        return said.contains("`") ? "A value of another type is expected here." : said;
    }
}

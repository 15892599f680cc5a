package org.counterclaim.kit.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.kit.json.LanguageTags;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.time.PartialDate;
import org.counterclaim.kit.time.WrittenTime;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a query parameter that the operation does not know: a misspelt filter must not answer with everything. */
public class QueryParameters {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo operation) {
        Set<String> sent = request.getUriInfo().getQueryParameters().keySet();
        if (sent.isEmpty() || operation.getResourceMethod() == null) {
            return;
        }
        Set<String> names = known.computeIfAbsent(operation.getResourceMethod(), QueryParameters::namesOf);
        List<FieldError> unknown = sent.stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name ->
                        new FieldError("/" + name, "unknown-parameter", "There is no query parameter of this name."))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.MALFORMED.because("Unknown query parameters.", unknown);
        }
    }

    /** 400 that points at a query parameter. */
    public static RuntimeException invalid(String name, String detail) {
        return Problem.MALFORMED.because(detail, List.of(new FieldError("/" + name, "invalid-parameter", detail)));
    }

    /**
     * The number that a query parameter is.
     *
     * @param text as it came; null if it did not
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 unless it is a number between the two
     */
    public static int number(String name, String text, int min, int max, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        long number = text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
        if (number < min || number > max) {
            throw invalid(name, "A number from " + min + " to " + max + ".");
        }
        return (int) number;
    }

    /** The revision that a query parameter is, null if there is none. */
    public static Integer revision(String name, String text) {
        return text == null ? null : number(name, text, 1, 999_999_999, 1);
    }

    /** The date that a query parameter is, null if there is none. */
    public static PartialDate date(String name, String text) {
        try {
            return text == null ? null : PartialDate.parse(text);
        } catch (DateTimeException e) {
            throw invalid(name, "A date or a time, such as 2026, 2026-11, 2026-11-28 or 2026-11-28T10:00:00Z.");
        }
    }

    /** The language tag that a query parameter is, in the letters that are usual; null if there is none. */
    public static String language(String name, String tag) {
        return tag == null
                ? null
                : LanguageTags.canonical(tag)
                        .orElseThrow(() -> invalid(name, "A language tag of BCP 47, such as en or pt-BR."));
    }

    /** Whether a query parameter says true or false, null if it is not there. */
    public static Boolean flag(String name, String text) {
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : Boolean.valueOf(text);
        }
        throw invalid(name, "true or false.");
    }

    /**
     * The moment that a query parameter is, null if it did not come.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 unless it is a time of RFC 3339
     */
    public static Instant moment(String name, String text) {
        try {
            return text == null ? null : WrittenTime.parse(text);
        } catch (DateTimeException e) {
            throw invalid(name, "A time such as 2026-11-28T09:30:00Z; write a plus sign as %2B.");
        }
    }

    /**
     * The constant that a query parameter names in lower case.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that lists the constants
     */
    public static <E extends Enum<E>> E constant(String name, String word, Class<E> constants) {
        return Arrays.stream(constants.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> invalid(
                        name,
                        "One of "
                                + Arrays.toString(constants.getEnumConstants()).toLowerCase(Locale.ROOT) + "."));
    }

    private static Set<String> namesOf(Method operation) {
        Stream<String> declared = Arrays.stream(operation.getParameters()).flatMap(QueryParameters::namesOf);
        return Stream.concat(declared, Fields.areKnownTo(operation) ? Stream.of(Fields.NAME) : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> namesOf(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Stream.<Class<?>>iterate(parameter.getType(), Objects::nonNull, Class::getSuperclass)
                        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                        .flatMap(field -> nameOf(field, field.getName()))
                : nameOf(parameter, parameter.getName());
    }

    private static Stream<String> nameOf(AnnotatedElement element, String declared) {
        RestQuery query = element.getAnnotation(RestQuery.class);
        return Stream.ofNullable(query).map(q -> q.value().isEmpty() ? declared : q.value());
    }
}

package org.counterclaim.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;

/**
 * Parts that all have an id. On a new text a part keeps its id as {@link Identity} tells; what is new gets a number that was never
 * used, because a selector must not land on another text.
 *
 * @param parts in the order of the article
 * @param used highest number that was given out by now
 */
record Numbered<T extends Part<T>>(List<T> parts, int used) {

    /** The parts of a new article; ids that were sent stay. */
    static <T extends Part<T>> Numbered<T> first(List<T> sent, String member) {
        requireDistinct(sent, member);
        int highest = ids(sent).stream().mapToInt(Part::numberOf).max().orElse(0);
        return number(sent, highest);
    }

    /** The parts of the next revision; an id that was sent must be one of the current ones. */
    static <T extends Part<T>> Numbered<T> next(Numbered<T> current, List<T> sent, String member) {
        requireDistinct(sent, member);
        requireKnown(current, sent, member);
        return number(Identity.of(current.parts, sent), current.used);
    }

    private static <T extends Part<T>> Numbered<T> number(List<T> parts, int used) {
        List<T> numbered = new ArrayList<>();
        int last = used;
        for (T part : parts) {
            numbered.add(part.id() == null ? part.withNumber(++last) : part);
        }
        return new Numbered<>(List.copyOf(numbered), last);
    }

    private static <T extends Part<T>> void requireDistinct(List<T> sent, String member) {
        Set<String> seen = new HashSet<>();
        refuse(sent, member, "duplicate-id", "The id stands twice.", part -> part.id() != null && !seen.add(part.id()));
    }

    private static <T extends Part<T>> void requireKnown(Numbered<T> current, List<T> sent, String member) {
        Set<String> known = ids(current.parts);
        refuse(
                sent,
                member,
                "unknown-id",
                "The article has none of this id; leave the id out for a new one.",
                part -> part.id() != null && !known.contains(part.id()));
    }

    private static <T extends Part<T>> void refuse(
            List<T> sent, String member, String code, String detail, Predicate<T> wrong) {
        List<FieldError> errors = IntStream.range(0, sent.size())
                .filter(i -> wrong.test(sent.get(i)))
                .mapToObj(i -> new FieldError("/" + member + "/" + i + "/id", code, detail))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.VALIDATION.because(detail, errors);
        }
    }

    private static <T extends Part<T>> Set<String> ids(List<T> parts) {
        return parts.stream().map(Part::id).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}

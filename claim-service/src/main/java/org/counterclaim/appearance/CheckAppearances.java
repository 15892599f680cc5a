package org.counterclaim.appearance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.problem.ProblemType;
import org.counterclaim.story.ArticleText;
import org.counterclaim.story.Stories;

/** Compares what is quoted with what the articles say, before anything is written. */
@ApplicationScoped
public class CheckAppearances {

    /** An answer asks article-service once for each text. */
    private static final int MAX_TEXTS = 20;

    private final Stories stories;

    CheckAppearances(Stories stories) {
        this.stories = stories;
    }

    /** Things under the pointers to their places in a list of a request's body. */
    public static <T> Map<String, T> placed(List<T> things, String pointer) {
        return IntStream.range(0, things.size())
                .boxed()
                .collect(Collectors.toMap(i -> pointer + "/" + i, things::get, (a, b) -> a, LinkedHashMap::new));
    }

    /** A list of appearances, in the same order, each with the context of its quote. */
    public Uni<List<AppearanceContent>> in(List<AppearanceContent> appearances, String pointer) {
        return in(placed(appearances, pointer)).map(checked -> List.copyOf(checked.values()));
    }

    /**
     * Appearances, each with the context of its quote.
     *
     * @param placed each under the pointer to its place in the request's body
     * @return the same order; a failure with 422 that points at each that does not say what is quoted
     */
    public Uni<Map<String, AppearanceContent>> in(Map<String, AppearanceContent> placed) {
        List<TextKey> keys =
                placed.values().stream().flatMap(TextKey::of).distinct().toList();
        if (keys.size() > MAX_TEXTS) {
            throw Problem.VALIDATION.because("One request quotes at most " + MAX_TEXTS + " revisions of articles.");
        }
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> stories.textAt(key.articleId, key.revision)
                        .map(text -> Map.entry(key, Optional.ofNullable(text))))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(texts -> check(placed, texts));
    }

    private static Map<String, AppearanceContent> check(
            Map<String, AppearanceContent> placed, Map<TextKey, Optional<ArticleText>> texts) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, AppearanceContent> checked = new LinkedHashMap<>();
        placed.forEach((pointer, given) -> checked.put(pointer, complete(given, texts, pointer, errors)));
        if (!errors.isEmpty()) {
            throw Mismatch.SELECTOR_MISMATCH.because("An article does not say what is quoted.", errors);
        }
        return checked;
    }

    private static AppearanceContent complete(
            AppearanceContent given,
            Map<TextKey, Optional<ArticleText>> texts,
            String pointer,
            List<FieldError> errors) {
        Optional<TextKey> key = TextKey.of(given).findFirst();
        if (key.isEmpty()) {
            return given;
        }
        Optional<ArticleText> text = texts.get(key.get());
        Optional<ArticleText.Section> section = text.flatMap(t -> t.section(given.sectionId()));
        Optional<Selector> found = section.flatMap(given.selector()::on);
        if (text.isEmpty()) {
            errors.add(new FieldError(pointer + "/articleId", "unknown-article", "There is no such revision."));
        } else if (section.isEmpty()) {
            errors.add(new FieldError(pointer + "/sectionId", "unknown-section", "The article has no such section."));
        } else if (found.isEmpty()) {
            errors.add(new FieldError(
                    pointer + "/selector",
                    "selector-mismatch",
                    "At this position, counted in Unicode code points, the section says something else."));
        }
        return found.map(given::with).orElse(given);
    }

    private record TextKey(String articleId, int revision) {

        static Stream<TextKey> of(AppearanceContent appearance) {
            return Stream.ofNullable(appearance.articleId())
                    .map(article -> new TextKey(article, appearance.articleRevision()));
        }
    }

    private enum Mismatch implements ProblemType {
        SELECTOR_MISMATCH;

        @Override
        public String code() {
            return "selector-mismatch";
        }

        @Override
        public String title() {
            return "The selector does not fit the text";
        }

        @Override
        public int status() {
            return 422;
        }
    }
}

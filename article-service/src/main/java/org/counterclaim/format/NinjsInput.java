package org.counterclaim.format;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterclaim.article.ArticleContent;
import org.counterclaim.article.ArticleContent.Contributor;
import org.counterclaim.article.ArticleContentBuilder;
import org.counterclaim.article.Source;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;

/** What an article takes from an item of ninjs. A time of its own is none of its publication, so that date stays unknown. */
public final class NinjsInput {

    private static final String MAIN = "main";
    private static final String PUBLISHER = "publisher";
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
    private static final Set<String> ARTICLES = Set.of("text", "composite");

    private NinjsInput() {}

    /**
     * The article.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422, with pointers into the item, if it is none that can become one
     */
    public static ArticleContent content(NinjsItem item) {
        requireArticle(item);
        return NinjsConcepts.of(item)
                .into(NinjsAssociations.of(item).into(text(item)))
                .author(Stream.ofNullable(item.by())
                        .map(NinjsInput::contributor)
                        .toList())
                .publisher(publisher(item))
                .url(url(item))
                .embargoedUntil(item.embargoedUntil())
                .expires(item.expires())
                .license(license(item))
                .copyrightHolder(item.copyrightHolder())
                .usageTerms(item.usageTerms())
                .build();
    }

    /**
     * The same, checked as any article is.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422, with pointers into the item, if it breaks a rule
     */
    static ArticleContent valid(NinjsItem item, Validator validator) {
        ArticleContent content = content(item);
        Set<ConstraintViolation<ArticleContent>> violations = validator.validate(content);
        if (!violations.isEmpty()) {
            NinjsPlaces places = new NinjsPlaces(item);
            throw Problem.VALIDATION.because(
                    "The item breaks " + violations.size() + " rule(s).",
                    violations.stream()
                            .map(FieldError::of)
                            .map(error -> new FieldError(places.of(error.pointer()), error.code(), error.detail()))
                            .sorted(Comparator.comparing(FieldError::pointer))
                            .distinct()
                            .toList());
        }
        return content;
    }

    private static ArticleContentBuilder text(NinjsItem item) {
        String headline = item.headlines().get(mainHeadline(item)).value();
        Prose prose = prose(item, headline);
        List<Source> named = sources(item);
        String summary = orEmpty(item.descriptions())
                .map(NinjsItem.Text::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return ArticleContentBuilder.builder(prose.content(headline, item.language()))
                .sources(named.isEmpty() ? prose.sources() : named)
                .alternativeHeadline(otherHeadline(item))
                .standfirst(summary);
    }

    /** Which of an item's headlines is the article's, which body its text; -1 if it has none. */
    static int mainHeadline(NinjsItem item) {
        return first(item.headlines(), text -> MAIN.equals(text.role()), text -> true);
    }

    static int body(NinjsItem item) {
        return first(item.bodies(), NinjsInput::isHtml, NinjsInput::isPlain);
    }

    private static void requireArticle(NinjsItem item) {
        List<FieldError> errors = new ArrayList<>();
        String version = item.standard() == null ? null : item.standard().version();
        refuse(errors, item.type() != null && !ARTICLES.contains(item.type()), "/type", "Only a text is an article.");
        refuse(errors, "canceled".equals(item.pubStatus()), "/pubStatus", "It was taken back by its provider.");
        refuse(errors, version != null && !version.startsWith("3."), "/standard/version", "3.0 or a later 3.x.");
        refuse(errors, mainHeadline(item) < 0, "/headlines", "There is no headline.");
        refuse(
                errors,
                body(item) < 0 && orEmpty(item.bodies()).findAny().isPresent(),
                "/bodies",
                "No body is plain text or HTML.");
        if (!errors.isEmpty()) {
            throw Problem.VALIDATION.because("The item cannot become an article.", errors);
        }
    }

    private static void refuse(List<FieldError> errors, boolean wrong, String pointer, String detail) {
        if (wrong) {
            errors.add(new FieldError(pointer, "no-article", detail));
        }
    }

    /** A headline that stands in the body too is there once. */
    private static Prose prose(NinjsItem item, String headline) {
        int at = body(item);
        if (at < 0) {
            return Prose.of(headline, List.of());
        }
        NinjsItem.Text body = item.bodies().get(at);
        List<Block> blocks = isHtml(body) ? HtmlText.blocks(body.value()) : PlainText.blocks(body.value());
        boolean repeated = !blocks.isEmpty() && blocks.get(0).text().equals(headline);
        return Prose.of(headline, repeated ? blocks.subList(1, blocks.size()) : blocks);
    }

    private static boolean isHtml(NinjsItem.Text body) {
        return body.contentType() != null && HTML.contains(body.contentType());
    }

    private static boolean isPlain(NinjsItem.Text body) {
        return body.contentType() == null || body.contentType().equals("text/plain");
    }

    /** The first with a value for which one holds, else the first for which the other does. */
    private static int first(
            List<NinjsItem.Text> texts, Predicate<NinjsItem.Text> best, Predicate<NinjsItem.Text> good) {
        List<NinjsItem.Text> all = texts == null ? List.of() : texts;
        return Stream.of(best, good)
                .flatMap(wanted -> IntStream.range(0, all.size())
                        .filter(i -> all.get(i) != null && all.get(i).value() != null && wanted.test(all.get(i)))
                        .boxed())
                .findFirst()
                .orElse(-1);
    }

    private static String otherHeadline(NinjsItem item) {
        int main = mainHeadline(item);
        return IntStream.range(0, item.headlines().size())
                .filter(i -> i != main && item.headlines().get(i) != null)
                .mapToObj(i -> item.headlines().get(i).value())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<Source> sources(NinjsItem item) {
        return orEmpty(item.infoSources())
                .filter(source -> !PUBLISHER.equals(source.role()) && source.name() != null)
                .map(source ->
                        Source.unresolved(source.name(), source.uri() == null ? null : Block.webAddress(source.uri())))
                .toList();
    }

    private static Contributor publisher(NinjsItem item) {
        return orEmpty(item.infoSources())
                .filter(source -> PUBLISHER.equals(source.role()))
                .map(source -> contributor(source.name()))
                .findFirst()
                .orElse(null);
    }

    private static Contributor contributor(String name) {
        return new Contributor(name, null);
    }

    private static String url(NinjsItem item) {
        return orEmpty(item.altIds())
                .filter(id -> "url".equals(id.role()) && id.value() != null)
                .map(id -> Block.webAddress(id.value()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String license(NinjsItem item) {
        NinjsItem.RightsInfo rights = item.rightsInfo();
        return rights == null ? null : rights.linkedRights() == null ? rights.encodedRights() : rights.linkedRights();
    }

    static <T> Stream<T> orEmpty(List<T> list) {
        return list == null ? Stream.of() : list.stream().filter(Objects::nonNull);
    }
}

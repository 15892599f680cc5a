package org.counterclaim.article;

import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.kit.time.PartialDate;
import org.counterclaim.lint.Linter;
import org.counterclaim.lint.Passage;
import org.counterclaim.lint.Story;

/** What a newsroom should look at before an article is published. */
final class ArticleFlags {

    /** What a headline is called that is no section of its own. */
    private static final String HEADLINE = "headline";

    private ArticleFlags() {}

    static List<Flag> of(Article article) {
        return of(article.id(), article.content());
    }

    /**
     * The same for content that is nowhere yet.
     *
     * @param id what flags on the whole of it name
     * @param content with ids for its sections and sources
     */
    static List<Flag> of(String id, ArticleContent content) {
        return Linter.flags(new Story(
                id,
                content.inLanguage(),
                content.datePublished().precision() != PartialDate.Precision.UNKNOWN,
                !content.author().isEmpty(),
                Stream.concat(headline(content), content.sections().stream().flatMap(ArticleFlags::passage))
                        .toList(),
                content.sources().stream().map(ArticleFlags::citation).toList()));
    }

    private static Stream<Passage> headline(ArticleContent content) {
        boolean isSection = content.sections().stream()
                .anyMatch(section -> section.role() == Section.Role.HEADLINE
                        && section.text().equals(content.headline()));
        return isSection ? Stream.of() : Stream.of(new Passage(HEADLINE, Passage.Kind.HEADLINE, content.headline()));
    }

    private static Stream<Passage> passage(Section section) {
        Passage.Kind kind = switch (section.role()) {
            case HEADLINE -> Passage.Kind.HEADLINE;
            case PARAGRAPH, CAPTION, LIST -> Passage.Kind.BODY;
            case QUOTE -> Passage.Kind.QUOTATION;
            case SOURCES -> Passage.Kind.CITATIONS;
            case HEADING -> null;
        };
        return Stream.ofNullable(kind).map(known -> new Passage(section.id(), known, section.text()));
    }

    private static Story.Citation citation(Source source) {
        return new Story.Citation(source.id(), source.label(), source.resolution() != Source.Resolution.UNRESOLVED);
    }
}

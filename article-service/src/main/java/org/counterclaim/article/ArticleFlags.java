package org.counterclaim.article;

import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.kit.time.PartialDate;

/** What a newsroom should look at before an article is published. */
final class ArticleFlags {

    private ArticleFlags() {}

    static List<Flag> of(Article article) {
        return Stream.concat(undated(article), unresolvedSources(article)).toList();
    }

    private static Stream<Flag> undated(Article article) {
        return article.content().datePublished().precision() == PartialDate.Precision.UNKNOWN
                ? Stream.of(Flag.error(
                        "missing_date_published",
                        article.id(),
                        "No publication date: every relative date in the story is unanchored."))
                : Stream.empty();
    }

    private static Stream<Flag> unresolvedSources(Article article) {
        return article.content().sources().stream()
                .filter(source -> source.resolution() == Source.Resolution.UNRESOLVED)
                .map(source -> Flag.errorAt(
                        "unresolved_source",
                        source.id(),
                        "Nobody has found the work called \"" + source.label() + "\"."));
    }
}

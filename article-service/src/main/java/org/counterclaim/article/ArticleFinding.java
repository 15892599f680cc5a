package org.counterclaim.article;

import java.util.Objects;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.counterclaim.kit.search.Asked;
import org.counterclaim.kit.search.SearchText;
import org.counterclaim.kit.store.StoredForm;

/** What an article is found by beside its own members. */
final class ArticleFinding {

    /** Stored name of the time in which it was published, as far as that is known. */
    static final String PUBLISHED = StoredForm.FIND_BY + ".published";

    private ArticleFinding() {}

    static BsonDocument of(Article article) {
        ArticleContent content = article.content();
        Stream<String> head =
                Stream.of(content.headline(), content.standfirst()).filter(Objects::nonNull);
        Stream<String> text = content.sections().stream().map(Section::text);
        BsonDocument found = SearchText.of(content.inLanguage(), Stream.concat(head, text));
        Asked.range(content.datePublished()).ifPresent(range -> found.append("published", range));
        return found;
    }
}

package org.counterclaim.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;

/**
 * What a row of an import says.
 *
 * @param uri what the article is called where it comes from; null if the row does not say
 * @param content the article, null if it is wrong
 * @param fault what is wrong with it, null if nothing is
 * @param notKept JSON Pointers to the members that an article has no place for
 */
public record ImportedArticle(String uri, ArticleContent content, Exception fault, List<String> notKept) {

    /** Makes an article of a row that can be read. */
    public interface Making {

        /** @throws HttpProblem for what is no article */
        ArticleContent content() throws JsonProcessingException;
    }

    /** Its name is known even where it is wrong, so that whoever sent it finds it. */
    public static ImportedArticle of(String uri, List<String> notKept, Making making) {
        try {
            return new ImportedArticle(uri, making.content(), null, notKept);
        } catch (JsonProcessingException | HttpProblem wrong) {
            return new ImportedArticle(uri, null, wrong, List.of());
        }
    }

    /** The same under another name if it has none. */
    ImportedArticle orNamed(String other) {
        return uri == null ? new ImportedArticle(other, content, fault, notKept) : this;
    }
}

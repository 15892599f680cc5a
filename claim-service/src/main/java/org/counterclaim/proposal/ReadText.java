package org.counterclaim.proposal;

import java.util.stream.Collectors;
import org.counterclaim.story.ArticleText;

/** A text that is read: a raw one, or that of an article at a revision. */
record ReadText(String articleId, Integer articleRevision, String text) {

    /** What stands between two sections when they are read as one text. */
    static final String BETWEEN = "\n\n";

    static ReadText of(String text) {
        return new ReadText(null, null, text);
    }

    static ReadText of(ArticleText article) {
        String text = article.sections().stream().map(ArticleText.Section::text).collect(Collectors.joining(BETWEEN));
        return new ReadText(article.id(), article.revision(), text);
    }
}

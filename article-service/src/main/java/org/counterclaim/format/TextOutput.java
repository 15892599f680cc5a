package org.counterclaim.format;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.article.ArticleContent;
import org.counterclaim.article.ArticleForm;
import org.counterclaim.article.ArticleView;
import org.counterclaim.article.Correction;
import org.counterclaim.article.Section;

/** An article as plain text: the headline, what readers must know of it, the sections, what was corrected. */
@Singleton
class TextOutput implements ArticleForm {

    @Override
    public MediaType type() {
        return MediaType.TEXT_PLAIN_TYPE;
    }

    @Override
    public String write(ArticleView article) {
        ArticleContent content = article.content();
        List<Section> body = content.sections().stream()
                .filter(section -> section.role() != Section.Role.HEADLINE)
                .toList();
        Stream<String> notice = Stream.ofNullable(article.notice()).map(text -> "Retracted: " + text);
        Stream<String> corrections = article.corrections().stream().map(Correction::line);
        return Stream.of(Stream.of(content.headline()), notice, Stream.of(Bodies.plainText(body)), corrections)
                .flatMap(parts -> parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }
}

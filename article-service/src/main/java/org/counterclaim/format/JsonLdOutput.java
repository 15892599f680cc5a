package org.counterclaim.format;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.counterclaim.article.ArticleContent;
import org.counterclaim.article.ArticleForm;
import org.counterclaim.article.ArticleView;
import org.counterclaim.article.Section;
import org.counterclaim.format.NewsArticle.CorrectionComment;
import org.counterclaim.format.NewsArticle.CreativeWork;
import org.counterclaim.format.NewsArticle.ImageObject;
import org.counterclaim.format.NewsArticle.Named;

/** An article as JSON-LD in the words of schema.org. */
@Singleton
class JsonLdOutput implements ArticleForm {

    @Override
    public MediaType type() {
        return MediaType.valueOf(JSON_LD);
    }

    @Override
    public NewsArticle write(ArticleView article) {
        ArticleContent content = article.content();
        return described(text(content), content)
                .context("https://schema.org")
                .type("NewsArticle")
                .uri(NinjsAssociations.uri(article.id()))
                .identifier(article.id())
                .version(String.valueOf(article.revision()))
                .correction(article.corrections().stream()
                        .map(CorrectionComment::of)
                        .toList())
                .creativeWorkStatus(article.editorialStatus().wire())
                .build();
    }

    private static NewsArticleBuilder text(ArticleContent content) {
        List<Section> body = content.sections().stream()
                .filter(section -> section.role() != Section.Role.HEADLINE && section.role() != Section.Role.SOURCES)
                .toList();
        return NewsArticleBuilder.builder()
                .headline(content.headline())
                .alternativeHeadline(content.alternativeHeadline())
                .summary(content.standfirst())
                .inLanguage(content.inLanguage())
                .articleBody(Bodies.plainText(body))
                .citation(content.sources().stream().map(CreativeWork::of).toList())
                .image(ImageObject.of(content.image()));
    }

    private static NewsArticleBuilder described(NewsArticleBuilder article, ArticleContent content) {
        return article.url(content.url())
                .datePublished(content.datePublished().value())
                .dateModified(
                        content.dateModified() == null
                                ? null
                                : content.dateModified().value())
                .author(content.author().stream()
                        .map(party -> Named.of(party.name()))
                        .toList())
                .publisher(Named.organization(content.publisher()))
                .articleSection(content.articleSection())
                .about(content.about().stream().map(Named::thing).toList())
                .keywords(content.keywords())
                .expires(content.expires())
                .license(content.license())
                .copyrightHolder(content.copyrightHolder() == null ? null : Named.of(content.copyrightHolder()))
                .usageInfo(content.usageTerms());
    }
}

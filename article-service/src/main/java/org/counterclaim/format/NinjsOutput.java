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
import org.counterclaim.format.NinjsItem.AltId;
import org.counterclaim.format.NinjsItem.InfoSource;
import org.counterclaim.format.NinjsItem.RightsInfo;
import org.counterclaim.format.NinjsItem.Standard;
import org.counterclaim.format.NinjsItem.Text;

/** An article as an item of IPTC's News in JSON, ninjs 3.1. */
@Singleton
class NinjsOutput implements ArticleForm {

    private static final Standard STANDARD =
            new Standard("ninjs", "3.1", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#");

    @Override
    public MediaType type() {
        return MediaType.valueOf(NINJS);
    }

    @Override
    public NinjsItem write(ArticleView article) {
        ArticleContent content = article.content();
        return described(text(base(article), content), content)
                .edNote(article.corrections().isEmpty() ? null : corrections(article))
                .build();
    }

    private static NinjsItemBuilder base(ArticleView article) {
        ArticleContent content = article.content();
        return NinjsItemBuilder.builder()
                .standard(STANDARD)
                .uri(NinjsAssociations.uri(article.id()))
                .type("text")
                .representationType("full")
                .version(String.valueOf(article.revision()))
                .firstCreated(article.createdAt())
                .versionCreated(article.updatedAt())
                .embargoedUntil(content.embargoedUntil())
                .expires(content.expires())
                .pubStatus(pubStatus(article))
                .altIds(Stream.concat(
                                Stream.of(new AltId("counterclaim", article.id())),
                                Stream.ofNullable(content.url()).map(url -> new AltId("url", url)))
                        .toList());
    }

    private static NinjsItemBuilder text(NinjsItemBuilder item, ArticleContent content) {
        List<Section> body = content.sections().stream()
                .filter(section -> section.role() != Section.Role.HEADLINE)
                .toList();
        return item.language(content.inLanguage())
                .headlines(Stream.concat(
                                Stream.of(Text.of("main", content.headline())),
                                Stream.ofNullable(content.alternativeHeadline())
                                        .map(text -> Text.of("alternative", text)))
                        .toList())
                .descriptions(Stream.ofNullable(content.standfirst())
                        .map(text -> Text.of("summary", text))
                        .toList())
                .bodies(body.isEmpty() ? List.of() : List.of(Bodies.plain(body), Bodies.xhtml(body)));
    }

    private static NinjsItemBuilder described(NinjsItemBuilder item, ArticleContent content) {
        String authors =
                content.author().stream().map(ArticleContent.Contributor::name).collect(Collectors.joining(", "));
        return item.by(authors)
                .slugline(content.slug())
                .subjects(NinjsConcepts.of(content).asSubjects())
                .infoSources(Stream.concat(
                                Stream.ofNullable(content.publisher())
                                        .map(party -> new InfoSource(party.name(), "publisher", null, null)),
                                content.sources().stream()
                                        .map(source ->
                                                new InfoSource(source.label(), "source", source.url(), source.id())))
                        .toList())
                .associations(NinjsAssociations.asAssociations(content))
                .copyrightHolder(content.copyrightHolder())
                .usageTerms(content.usageTerms())
                .rightsInfo(rights(content.license()));
    }

    private static RightsInfo rights(String license) {
        if (license == null) {
            return null;
        }
        return Block.webAddress(license) == null
                ? new RightsInfo(null, null, license)
                : new RightsInfo(null, license, null);
    }

    /** ninjs knows of three; a draft is seen by the newsroom alone. */
    private static String pubStatus(ArticleView article) {
        return switch (article.editorialStatus()) {
            case PUBLISHED -> "usable";
            case DRAFT, IN_REVIEW, APPROVED, WITHHELD -> "withheld";
            case RETRACTED, SUPERSEDED, REMOVED -> "canceled";
        };
    }

    private static String corrections(ArticleView article) {
        return article.corrections().stream().map(Correction::line).collect(Collectors.joining("\n"));
    }
}

package org.counterclaim.format;

import com.github.f4b6a3.ulid.Ulid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterclaim.article.ArticleContent;
import org.counterclaim.article.ArticleContent.Image;
import org.counterclaim.article.ArticleContent.RelatedArticle;
import org.counterclaim.article.ArticleContentBuilder;
import org.counterclaim.format.NinjsItem.Association;
import org.counterclaim.format.NinjsItem.Rendition;
import org.counterclaim.format.NinjsItem.Text;

/** What stands beside an article, as ninjs says it: its picture, and the other articles that it names. */
record NinjsAssociations(Image image, List<RelatedArticle> related) {

    private static final String URN = "urn:uuid:";
    private static final String PREFIX = "art_";
    private static final String PICTURE = "picture";

    static NinjsAssociations of(NinjsItem item) {
        List<Association> all = NinjsInput.orEmpty(item.associations()).toList();
        return new NinjsAssociations(
                all.stream()
                        .map(NinjsAssociations::image)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                all.stream()
                        .map(NinjsAssociations::related)
                        .filter(Objects::nonNull)
                        .toList());
    }

    ArticleContentBuilder into(ArticleContentBuilder article) {
        return article.image(image).relatedArticles(related);
    }

    /** The places in the list of those for which an article has none. */
    static List<Integer> withoutPlace(NinjsItem item) {
        List<Association> all = item.associations() == null ? List.of() : item.associations();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i) == null || image(all.get(i)) == null && related(all.get(i)) == null)
                .boxed()
                .toList();
    }

    /** The same as associations of an item. */
    static List<Association> asAssociations(ArticleContent content) {
        List<Association> all = new ArrayList<>();
        Optional.ofNullable(content.image()).map(NinjsAssociations::picture).ifPresent(all::add);
        content.relatedArticles().stream()
                .map(NinjsAssociations::story)
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all;
    }

    /** The name of an article in other systems; null for what is no id of ours. */
    static String uri(String articleId) {
        return articleId.startsWith(PREFIX) && Ulid.isValid(articleId.substring(PREFIX.length()))
                ? URN + Ulid.from(articleId.substring(PREFIX.length())).toUuid()
                : null;
    }

    private static Image image(Association association) {
        if (!PICTURE.equals(association.type())) {
            return null;
        }
        String caption = NinjsInput.orEmpty(association.descriptions())
                .map(Text::value)
                .findFirst()
                .orElse(null);
        return Stream.concat(
                        NinjsInput.orEmpty(association.renditions()).map(Rendition::href),
                        Stream.ofNullable(association.uri()))
                .filter(address -> address != null && Block.webAddress(address) != null)
                .findFirst()
                .map(url -> new Image(url, caption, association.by()))
                .orElse(null);
    }

    private static RelatedArticle related(Association association) {
        return Arrays.stream(RelatedArticle.Relation.values())
                .filter(relation -> relation.name().toLowerCase(Locale.ROOT).equals(association.rel()))
                .findFirst()
                .flatMap(relation -> articleId(association.uri()).map(id -> new RelatedArticle(id, relation)))
                .orElse(null);
    }

    private static Optional<String> articleId(String uri) {
        try {
            return Optional.ofNullable(uri)
                    .filter(urn -> urn.startsWith(URN))
                    .map(urn -> PREFIX + Ulid.from(UUID.fromString(urn.substring(URN.length()))));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private static Association picture(Image image) {
        List<Text> caption = Stream.ofNullable(image.caption())
                .map(text -> Text.of("caption", text))
                .toList();
        List<Rendition> where = List.of(new Rendition("original", image.url(), null));
        return new Association("image", null, image.url(), PICTURE, null, image.credit(), caption, where);
    }

    private static Association story(RelatedArticle related) {
        String uri = uri(related.id());
        String rel = related.relation().name().toLowerCase(Locale.ROOT);
        return uri == null ? null : new Association(related.id(), rel, uri, "text", "partial", null, null, null);
    }
}

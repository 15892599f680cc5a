package org.counterclaim.story;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.counterclaim.story.ClaimSource.Claims;
import org.counterclaim.upstream.Answer;

/** Stories: the services' own bytes, one part beside the other. */
@Singleton
class Stories {

    /** Part of every tag; another form of the answer takes another number. */
    private static final String VIEW = "1";

    private final ArticleSource articles;
    private final ClaimSource claims;

    Stories(ArticleSource articles, ClaimSource claims) {
        this.articles = articles;
        this.claims = claims;
    }

    /** Asks for both parts at the same time. */
    Uni<Composed> byId(String id, RoutingContext reader) {
        return Uni.combine()
                .all()
                .unis(articles.byId(id, reader), claims.byArticle(id, reader))
                .with((article, part) -> compose(id, article, part));
    }

    /** The article of a slug, or a redirection to the slug that it has now. */
    Uni<Answer> bySlug(String slug, RoutingContext reader) {
        return articles.bySlug(slug, reader);
    }

    /** The story of an article that was read already. */
    Uni<Composed> of(Answer article, RoutingContext reader) {
        if (article.id() == null) {
            throw articles.invalid();
        }
        return claims.byArticle(article.id(), reader).map(part -> compose(article.id(), article, part));
    }

    private static Composed compose(String id, Answer article, Claims claims) {
        byte[] start = ascii("{\"id\":\"" + id + "\",\"article\":");
        if (claims.missing() != null) {
            byte[] end = ascii(",\"completeness\":" + claims.missing().completeness() + "}");
            return new Composed(splice(start, article.body(), end), null, null, claims.missing());
        }
        byte[] end = ascii(",\"completeness\":" + Missing.NOTHING + "}");
        byte[] body = splice(
                start, article.body(), ascii(",\"claims\":"), claims.answer().body(), end);
        return new Composed(body, tag(article, claims.answer()), null, null);
    }

    private static byte[] splice(byte[]... pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(length);
        for (byte[] piece : pieces) {
            whole.writeBytes(piece);
        }
        return whole.toByteArray();
    }

    private static String tag(Answer article, Answer claims) {
        String ofArticle = article.header(HttpHeaders.ETAG);
        String ofClaims = claims.header(HttpHeaders.ETAG);
        return ofArticle == null || ofClaims == null
                ? null
                : "W/\"" + VIEW + "/" + opaque(ofArticle) + "/" + opaque(ofClaims) + "\"";
    }

    private static String opaque(String tag) {
        return tag.substring(tag.indexOf('"') + 1, Math.max(tag.indexOf('"') + 1, tag.length() - 1));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

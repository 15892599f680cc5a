package org.counterclaim.story;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.counterclaim.story.Completeness.Stale;
import org.counterclaim.upstream.Answer;
import org.counterclaim.upstream.SelfDescription;

/** The services' own bytes, one part beside the other. */
final class Composition {

    /** Part of every tag; another form of the answer takes another number. */
    private static final String VIEW = "1";

    private Composition() {}

    static Composed of(String id, Got article, Got claims) {
        Completeness completeness = Completeness.of(claims.missing(), stale(article, claims));
        ByteArrayOutputStream body = new ByteArrayOutputStream(length(article) + length(claims) + 256);
        body.writeBytes(ascii("{\"id\":\"" + id + "\",\"article\":"));
        body.writeBytes(article.part().answer().body());
        if (claims.part() != null) {
            body.writeBytes(ascii(",\"claims\":"));
            body.writeBytes(claims.part().answer().body());
        }
        body.writeBytes(ascii(",\"completeness\":" + completeness.json() + "}"));
        String tag = completeness.isWhole()
                ? tag(article.part().answer(), claims.part().answer())
                : null;
        SelfDescription itself = article.part().answer().itself();
        return new Composed(body.toByteArray(), tag, Variant.canonical(itself.url()), itself.slug(), completeness);
    }

    private static List<Stale> stale(Got article, Got claims) {
        List<Stale> stale = new ArrayList<>();
        if (article.isStale()) {
            stale.add(new Stale(ArticleSource.PART, article.part().asOf()));
        }
        if (claims.isStale()) {
            stale.add(new Stale(ClaimSource.PART, claims.part().asOf()));
        }
        return stale;
    }

    private static int length(Got got) {
        return got.part() == null ? 0 : got.part().answer().body().length;
    }

    /** Of the parts' tags, so that it stays the same when a service starts anew. */
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

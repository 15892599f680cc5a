package org.counterclaim.story;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.ByteBuffer;
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

    private static final String ID = "{\"id\":\"";
    private static final String ARTICLE = "\",\"article\":";
    private static final byte[] CLAIMS = ascii(",\"claims\":");
    private static final byte[] END = ascii(end(Completeness.WHOLE));

    private Composition() {}

    static Composed of(String id, Got article, Got claims) {
        Completeness completeness = Completeness.of(claims.missing(), stale(article, claims));
        byte[] begin = ascii(ID + id + ARTICLE);
        byte[] end = completeness.isWhole() ? END : ascii(end(completeness));
        byte[] body = claims.part() == null
                ? joined(begin, bytes(article), end)
                : joined(begin, bytes(article), CLAIMS, bytes(claims), end);
        String tag = completeness.isWhole()
                ? tag(article.part().answer(), claims.part().answer())
                : null;
        SelfDescription itself = article.part().answer().itself();
        return new Composed(body, tag, Variant.canonical(itself.url()), itself.slug(), completeness);
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

    private static byte[] bytes(Got got) {
        return got.part().answer().body();
    }

    private static String end(Completeness completeness) {
        return ",\"completeness\":" + completeness.json() + "}";
    }

    /** In one copy: it is done for each story that is not held. */
    private static byte[] joined(byte[]... pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] piece : pieces) {
            joined.put(piece);
        }
        return joined.array();
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

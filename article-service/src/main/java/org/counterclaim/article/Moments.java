package org.counterclaim.article;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.editorial.EditorialStatus;

/** The moments at which an article begins or ceases to be public by itself: an embargo that ends, an expiry. */
final class Moments {

    private Moments() {}

    /** The first one that is yet to come, null if there is none. */
    static Instant next(Editorial editorial, ArticleContent content, Instant now) {
        boolean published =
                editorial.status() == EditorialStatus.PUBLISHED || editorial.status() == EditorialStatus.RETRACTED;
        return published
                ? Stream.of(content.embargoedUntil(), content.expires())
                        .filter(Objects::nonNull)
                        .filter(moment -> moment.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }

    /**
     * Lifts a stored article from schema version 1, which did not know its moments. One that has passed unseen is named as well:
     * its revision is still to be written.
     */
    static BsonDocument lift(BsonDocument article) {
        String status = article.getDocument("editorial").getString("status").getValue();
        BsonDocument content = article.getDocument("content");
        BsonValue moment = Stream.of(content.get("embargoedUntil"), content.get("expires"))
                .filter(BsonDateTime.class::isInstance)
                .map(BsonValue::asDateTime)
                .filter(any -> status.equals(EditorialStatus.PUBLISHED.name())
                        || status.equals(EditorialStatus.RETRACTED.name()))
                .min(Comparator.comparingLong(BsonDateTime::getValue))
                .map(BsonValue.class::cast)
                .orElse(BsonNull.VALUE);
        return article.append("nextMoment", moment);
    }
}

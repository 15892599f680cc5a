package org.counterclaim.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void aStoredArticleThatDidNotKnowItsMomentIsToldTheFirst() {
        assertEquals(1_000, lifted("PUBLISHED", "1970-01-01T00:00:01Z", "1970-01-01T00:00:02Z"));
        assertEquals(2_000, lifted("RETRACTED", null, "1970-01-01T00:00:02Z"));
        assertEquals(-1, lifted("PUBLISHED", null, null));
        assertEquals(-1, lifted("DRAFT", "1970-01-01T00:00:01Z", null));
    }

    private static long lifted(String status, String embargo, String expiry) {
        BsonDocument stored = new BsonDocument();
        if (embargo != null) {
            stored.putAll(BsonDocument.parse("{embargoedUntil: {$date: '" + embargo + "'}}"));
        }
        if (expiry != null) {
            stored.putAll(BsonDocument.parse("{expires: {$date: '" + expiry + "'}}"));
        }
        BsonValue moment = Moments.lift(new BsonDocument("content", stored)
                        .append("editorial", BsonDocument.parse("{status: '" + status + "'}")))
                .get("nextMoment");
        return moment instanceof BsonNull ? -1 : moment.asDateTime().getValue();
    }
}

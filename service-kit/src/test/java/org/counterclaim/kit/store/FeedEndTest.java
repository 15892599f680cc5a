package org.counterclaim.kit.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.counterclaim.kit.store.Cabinet.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class FeedEndTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void nobodyWaitsForLongWhenItEnds() throws Exception {
        try (Cabinet cabinet = new Cabinet()) {
            Feed feed = new Feed(new Revisions(cabinet.database));
            await(feed.poll());
            CompletableFuture<List<BsonDocument>> waiting =
                    feed.after(0, 10, LONG).subscribeAsCompletionStage();
            assertFalse(waiting.isDone());
            feed.end();
            assertEquals(List.of(), waiting.get(1, SECONDS));
            assertTrue(feed.isEnding());
            assertEquals(List.of(), await(feed.after(0, 10, LONG)));
        }
    }
}

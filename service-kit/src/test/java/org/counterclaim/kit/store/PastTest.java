package org.counterclaim.kit.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.regex;
import static org.counterclaim.kit.store.Cabinet.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class PastTest {

    @Test
    void theLatestAndTheEarliestRevisionOfManyAreFound() {
        try (Cabinet cabinet = new Cabinet()) {
            RevisionStore<Note> store = cabinet.actor();
            Note first = await(store.insert(Note.first("n", "rain"), Note.CHANGE));
            Note second = await(store.replace(first.next("rain again"), Note.CHANGE));
            Note third = await(store.replace(second.next("sun"), Note.CHANGE));
            assertEquals(second, await(store.findLatest("n", regex("text", "rain"))));
            assertEquals(first, await(store.findEarliest("n", regex("text", "rain"))));
            assertEquals(third, await(store.findLatest("n", lte("updatedAt", third.updatedAt()))));
            assertNull(await(store.findLatest("n", eq("text", "snow"))));
            assertNull(await(store.findLatest("m", lte("revision", 3))));
        }
    }
}

package org.counterclaim.kit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import org.bson.BsonDocument;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.security.Caller;
import org.junit.jupiter.api.Test;

class ChangeFormTest {

    private final RecordForm<Change> form = new RecordForm<>(Change.class);

    @Test
    void aChangeReadsAsItWasWritten() {
        Change change = Change.ofContent(new Caller("rita", "key_1", Set.of("reporter")), "update", "News.");
        assertEquals(change, form.read(form.write(change)));
        Change bare = Change.ofMoment("Its embargo ended.");
        assertEquals(bare, form.read(form.write(bare)));
    }

    @Test
    void aChangeOfBeforeCredentialsWereKeptHasNone() {
        Change old = form.read(BsonDocument.parse(
                "{\"by\": \"rita\", \"type\": \"UPDATE\", \"reason\": \"News.\", \"acknowledged\": []}"));
        assertEquals("rita", old.by());
        assertEquals(Change.Type.UPDATE, old.type());
        assertNull(old.credential());
    }
}

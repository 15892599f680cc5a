package org.counterclaim.kit.store;

import static org.counterclaim.kit.store.Cabinet.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/** What a document is found by follows its members, through writes and through a new version of the code. */
class FindByTest {

    private static final StoredForm<Note> FORM = new StoredForm<>(
            "note",
            "notes",
            Note.class,
            List.of(UnaryOperator.identity()),
            note -> new BsonDocument("words", new BsonString(note.text().toUpperCase())));

    @Test
    void whatWasWrittenBeforeIsBroughtUpToDateWithoutARevision() {
        try (Cabinet cabinet = new Cabinet()) {
            await(cabinet.actor().insert(Note.first("n1", "old"), Note.CHANGE));
            await(newer(cabinet).insert(Note.first("n2", "new"), Note.CHANGE));
            BsonDocument newest = cabinet.documents().get(1);
            await(newer(cabinet).upkeep().migrate());
            List<BsonDocument> migrated = cabinet.documents();
            assertEquals(
                    List.of("OLD", "NEW"),
                    migrated.stream().map(FindByTest::words).toList());
            assertEquals(new BsonInt32(2), migrated.get(0).get(StoredForm.SCHEMA_VERSION));
            assertEquals(newest, migrated.get(1));
            assertEquals(2, cabinet.feed().size());
        }
    }

    @Test
    void itFollowsEachWriteAndStandsInNoRecord() {
        try (Cabinet cabinet = new Cabinet()) {
            RevisionStore<Note> notes = newer(cabinet);
            await(notes.insert(Note.first("n1", "old"), Note.CHANGE));
            await(notes.findForWrite("n1").chain(note -> notes.replace(note.next("new"), Note.CHANGE)));
            assertEquals("NEW", words(cabinet.documents().get(0)));
            cabinet.feed().forEach(record -> assertFalse(record.containsKey(StoredForm.FIND_BY)));
            await(notes.findForWrite("n1").chain(note -> notes.replace(note.remove(), Note.CHANGE)));
            assertEquals("[REMOVED]", words(cabinet.documents().get(0)));
        }
    }

    private static String words(BsonDocument document) {
        return document.getDocument(StoredForm.FIND_BY).getString("words").getValue();
    }

    private static RevisionStore<Note> newer(Cabinet cabinet) {
        return new RevisionStore<>(
                cabinet.database,
                new Revisions(cabinet.database),
                FORM,
                note -> Uni.createFrom().item(note.reach()));
    }
}

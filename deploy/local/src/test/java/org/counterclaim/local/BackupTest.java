package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir
    Path temp;

    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final RecordedStore source = new RecordedStore(mongo.uri()).started();
    private final EmbeddedMongo otherMongo = EmbeddedMongo.inMemory();
    private final RecordedStore target = new RecordedStore(otherMongo.uri());

    @AfterEach
    void close() {
        source.close();
        target.close();
        mongo.close();
        otherMongo.close();
    }

    @Test
    void whatComesBackIsWhatWasThere() throws Exception {
        for (int seq = 1; seq <= 600; seq++) {
            source.write("articles", "article", "art_" + seq % 100, 1 + seq / 100, seq);
        }
        source.write("claims", "party", "pty_1", 1, 1);
        source.write("claims", "evidence", "evd_1", 1, 2);
        source.collection("claims", "revisions").insertOne(Records.unused(3));
        BsonDocument note = BsonDocument.parse(
                "{'_id': 'story:art_1:1', 'id': 'art_1', 'type': 'story', 'revision': 1, 'seq': {'$numberLong': '4'}}");
        source.collection("claims", "revisions").insertOne(note);
        source.write("claims", "claim", "clm_1", 1, 5);
        BsonDocument tombstone = source.commit("claims", "claims", "clm_1", 2).append("deleted", BsonBoolean.TRUE);
        source.record("claims", "claim", tombstone, 6);
        source.finish("claims", "claims", tombstone);
        source.count("claims", 6);
        backUp();
        Restore.run(intoTarget());
        for (String collection : List.of("revisions", "articles", "counters")) {
            assertEquals(source.all("articles", collection), target.all("articles", collection));
        }
        for (String collection : List.of("revisions", "parties", "evidence", "claims", "counters")) {
            assertEquals(source.all("claims", collection), target.all("claims", collection));
        }
        assertEquals(100, target.all("articles", "articles").size());
    }

    @Test
    void aNumberThatIsMissingIsWaitedForWhileItsWriterMayLive() throws Exception {
        BsonDocument first = source.commit("articles", "articles", "art_1", 1);
        source.write("articles", "article", "art_2", 1, 2);
        Thread backup = waitingBackup();
        source.record("articles", "article", first, 1);
        source.finish("articles", "articles", first);
        backup.join();
        Restore.run(intoTarget());
        assertEquals(source.all("articles", "revisions"), target.all("articles", "revisions"));
        assertEquals(source.all("articles", "articles"), target.all("articles", "articles"));
    }

    /** Somebody who quotes it may have read it before it was recorded. */
    @Test
    void whatIsCommittedBeforeTheClaimsEndIsBackedUpToo() throws Exception {
        BsonDocument committed = source.commit("articles", "articles", "art_1", 1);
        Thread backup = waitingBackup();
        source.record("articles", "article", committed, 1);
        source.count("articles", 1);
        source.finish("articles", "articles", committed);
        backup.join();
        Restore.run(intoTarget());
        assertEquals(1, target.all("articles", "articles").size());
    }

    @Test
    void whatIsMissingInAStoreThatNobodyWritesIsANumberThatIsNotUsed() throws Exception {
        try (DataFolder data = DataFolder.open(temp.resolve("data"));
                EmbeddedMongo embedded = EmbeddedMongo.at(data.store());
                RecordedStore store = new RecordedStore(embedded.uri()).started()) {
            store.write("articles", "article", "art_1", 1, 1);
            store.write("articles", "article", "art_1", 2, 3);
        }
        Backup.run(new StoreOptions(temp.resolve("backup"), temp.resolve("data"), null));
        Restore.run(intoTarget());
        assertEquals(Records.unused(2), target.all("articles", "revisions").get(1));
        assertEquals(3, target.all("articles", "revisions").size());
    }

    @Test
    void whatAWriterHadNotDoneWithIsMarkedAgain() throws Exception {
        BsonDocument done = source.write("articles", "article", "art_1", 1, 1);
        BsonDocument half = source.commit("articles", "articles", "art_2", 1);
        source.record("articles", "article", half, 2);
        source.count("articles", 2);
        backUpWithoutWaiting();
        Restore.run(intoTarget());
        List<BsonDocument> restored = target.all("articles", "articles");
        assertEquals(Records.current(done), restored.get(0));
        assertEquals(half.append("unrecorded", BsonBoolean.TRUE), restored.get(1));
    }

    @Test
    void aDataFolderIsRestoredAsAWhole() throws Exception {
        source.write("articles", "article", "art_1", 1, 1);
        backUp();
        Path folder = temp.resolve("data");
        try (DataFolder data = DataFolder.open(folder);
                EmbeddedMongo embedded = EmbeddedMongo.at(data.store())) {
            new RecordedStore(embedded.uri()).started().close();
        }
        // an interrupted one leaves this
        Files.writeString(folder.resolve("store.mv.unfinished"), "half of a store");
        StoreOptions options = new StoreOptions(temp.resolve("backup"), folder, null);
        Restore.run(options);
        assertFalse(Files.exists(folder.resolve("store.mv.unfinished")));
        assertRefused("not empty", () -> Restore.run(options));
        try (DataFolder data = DataFolder.open(folder)) {
            assertRefused("in use by another launcher", () -> Restore.run(options));
            try (EmbeddedMongo embedded = EmbeddedMongo.at(data.store());
                    RecordedStore restored = new RecordedStore(embedded.uri())) {
                assertEquals(source.all("articles", "articles"), restored.all("articles", "articles"));
            }
        }
    }

    @Test
    void aStoreThatIsNotEmptyIsRefused() throws Exception {
        backUp();
        target.started().write("claims", "party", "pty_1", 1, 1);
        assertRefused("not empty", () -> Restore.run(intoTarget()));
        assertEquals(1, target.all("claims", "revisions").size());
    }

    @Test
    void aRestoreThatWasInterruptedIsToldApart() throws Exception {
        source.write("articles", "article", "art_1", 1, 1);
        backUp();
        Path claims = temp.resolve("backup/claims.ndjson");
        String manifest = Files.readString(temp.resolve("backup/backup.json"));
        Files.writeString(claims, "no record\n");
        Files.writeString(temp.resolve("backup/backup.json"), manifest.replace(sha256(""), sha256("no record\n")));
        assertThrows(RuntimeException.class, () -> Restore.run(intoTarget()));
        assertEquals(1, target.all("articles", "revisions").size());
        assertRefused("was interrupted", () -> Restore.run(intoTarget()));

        target.collection("articles", "restore").drop();
        for (String collection : List.of("revisions", "articles", "counters")) {
            target.collection("articles", collection).drop();
        }
        Files.writeString(claims, "");
        Files.writeString(temp.resolve("backup/backup.json"), manifest);
        Restore.run(intoTarget());
        assertEquals(source.all("articles", "revisions"), target.all("articles", "revisions"));
    }

    @Test
    void aBackupThatIsNotWholeIsRefused() throws Exception {
        source.write("articles", "article", "art_1", 1, 1);
        backUp();
        Path backup = temp.resolve("backup");
        Path articles = backup.resolve("articles.ndjson");
        Path manifest = backup.resolve("backup.json");
        String records = Files.readString(articles);
        String whole = Files.readString(manifest);
        assertTrue(records.contains("\"$numberLong\""), records);

        Files.writeString(articles, records.replace("Person", "person"));
        assertRefused("SHA-256 does not fit", () -> Restore.run(intoTarget()));
        Files.writeString(articles, records);
        Files.writeString(manifest, whole.replace("\"format\" : 1", "\"format\" : 2"));
        assertRefused("has the format 2", () -> Restore.run(intoTarget()));
        Files.writeString(manifest, whole.replace("\"article\" : 1", "\"poem\" : 1"));
        assertRefused("does not know: poem", () -> Restore.run(intoTarget()));
        Files.writeString(manifest, whole.substring(0, whole.length() / 2));
        assertRefused("is damaged", () -> Restore.run(intoTarget()));
        Files.delete(manifest);
        assertRefused("no backup, or one that was not finished", () -> Restore.run(intoTarget()));
        assertEquals(List.of(), new ArrayList<>(target.all("articles", "revisions")));
    }

    @Test
    void aBackupIsNotWrittenOverAnother() {
        backUp();
        assertRefused("There is a backup in", () -> Backup.run(fromSource()));
    }

    private StoreOptions fromSource() {
        return new StoreOptions(temp.resolve("backup"), null, mongo.uri());
    }

    private StoreOptions intoTarget() {
        return new StoreOptions(temp.resolve("backup"), null, otherMongo.uri());
    }

    private void backUp() {
        try {
            Backup.run(fromSource());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that has found that something is under way. */
    private Thread waitingBackup() {
        Thread backup = new Thread(this::backUp);
        backup.start();
        while (Arrays.stream(backup.getStackTrace())
                .noneMatch(frame -> frame.getClassName().equals(Pause.class.getName()))) {
            assertTrue(backup.isAlive(), "It does not wait");
        }
        return backup;
    }

    private void backUpWithoutWaiting() throws Exception {
        Backup.run(mongo.uri(), Duration.ZERO, temp.resolve("backup"));
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(NewFile.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(String reason, Executable what) {
        Refusal refusal = assertThrows(Refusal.class, what);
        assertEquals(1, refusal.exitCode());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}

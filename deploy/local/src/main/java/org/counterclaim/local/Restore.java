package org.counterclaim.local;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Makes an empty store what another one was when it was backed up. */
public final class Restore {

    private static final String USAGE = """
            Usage: deploy/restore [--data DIR] FOLDER
            Puts the backup in FOLDER into a store that is empty. Start the services when it is done, not before.

              --data DIR    the data folder of deploy/run, which must not run on it; made if it is not there
              --help        print this

            Without --data, MONGODB_URI names a MongoDB.
            A restore that is interrupted leaves a data folder as it was. In a MongoDB it leaves a mark, and the next one says so:
            drop the databases articles and claims, and start it again.
            """;

    /** Stands there from before the first record until after the last. */
    private static final String MARK = "restore";

    private final Path folder;
    private final Manifest manifest;

    private Restore(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** Exits with 0 when all is there, with 2 if it was asked for wrongly, with 1 if something stands in the way. */
    public static void main(String[] arguments) {
        System.exit(StoreCommand.run(arguments, USAGE, Restore::run));
    }

    static String run(StoreOptions options) throws IOException {
        Restore restore = new Restore(options.folder(), Manifest.read(options.folder()));
        restore.requireWhole();
        if (options.mongoDb() != null) {
            restore.into(options.mongoDb());
        } else {
            restore.intoFolder(options.data());
        }
        return "Restored from " + options.folder() + ":\n" + restore.manifest.summary();
    }

    /** Nothing is written as long as it is not known that all of it can be. */
    private void requireWhole() throws IOException {
        for (Manifest.Part part : manifest.parts()) {
            if (!Records.SERVICES.contains(part.service())) {
                throw Refusal.because("The backup has a part of an unknown service: " + part.service());
            }
            part.kinds().keySet().stream()
                    .filter(kind -> !Records.isKnown(kind))
                    .forEach(kind -> {
                        throw Refusal.because(
                                "The backup has records of a kind that this version does not know: " + kind);
                    });
            if (!sha256(folder.resolve(part.file())).equals(part.sha256())) {
                throw Refusal.because(
                        "The file " + part.file() + " of the backup is damaged: its SHA-256 does not fit.");
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = NewFile.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Under another name until it is whole. */
    private void intoFolder(Path path) throws IOException {
        try (DataFolder data = DataFolder.open(path)) {
            if (Files.exists(data.store())) {
                requireEmpty(data.store());
            }
            Path unfinished = data.store().resolveSibling("store.mv.unfinished");
            Files.deleteIfExists(unfinished);
            try (EmbeddedMongo store = EmbeddedMongo.at(unfinished)) {
                into(store.uri());
            }
            Files.move(unfinished, data.store(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            NewFile.force(data.path());
        }
    }

    private static void requireEmpty(Path file) {
        try (EmbeddedMongo store = EmbeddedMongo.at(file);
                MongoClient client = StoreOptions.connect(store.uri())) {
            requireEmpty(client);
        }
    }

    private void into(String uri) throws IOException {
        try (MongoClient store = StoreOptions.connect(uri)) {
            requireEmpty(store);
            MongoCollection<BsonDocument> mark = mark(store);
            mark.insertOne(new BsonDocument("_id", new BsonString("running"))
                    .append("since", new BsonDateTime(Instant.now().toEpochMilli())));
            for (Manifest.Part part : manifest.parts()) {
                new RecordLoader(store.getDatabase(part.service()), part).load(folder);
            }
            mark.drop();
        }
    }

    private static MongoCollection<BsonDocument> mark(MongoClient store) {
        return store.getDatabase(Records.SERVICES.get(0)).getCollection(MARK, BsonDocument.class);
    }

    private static void requireEmpty(MongoClient store) {
        if (mark(store).find().first() != null) {
            throw Refusal.because(
                    "A restore into this store was interrupted: drop its databases articles and claims, and start again.");
        }
        for (String service : Records.SERVICES) {
            MongoDatabase database = store.getDatabase(service);
            for (String collection : database.listCollectionNames()) {
                if (!collection.startsWith("system.") && holdsSomething(database, collection)) {
                    throw Refusal.because("The store is not empty: there is something in " + service + "." + collection
                            + ". A backup is restored into an empty one only.");
                }
            }
        }
    }

    /** What services that were started and never used have made does not count. */
    private static boolean holdsSomething(MongoDatabase database, String collection) {
        MongoCollection<BsonDocument> documents = database.getCollection(collection, BsonDocument.class);
        // asked for one document, the embedded store looks at all of them at once
        return collection.equals(Records.COUNTERS)
                ? documents.find(Filters.gt("value", 0)).first() != null
                : documents.estimatedDocumentCount() > 0;
    }
}

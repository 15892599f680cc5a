package org.counterclaim.local;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Writes everything that the services have recorded into files, while they go on. */
public final class Backup {

    private static final String USAGE = """
            Usage: deploy/backup [--data DIR] FOLDER
            Writes everything that the services have recorded into FOLDER: articles.ndjson, claims.ndjson and, when these are whole,
            backup.json. The services go on meanwhile.

              --data DIR    the data folder of deploy/run, which must not run on it
              --help        print this

            Without --data, MONGODB_URI names the MongoDB of the services.
            What the law has demanded gone since a backup was made is still in it: delete such backups.
            """;

    /** Within that time a running service has sealed what a dead writer left, and recorded what one left unrecorded. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final MongoClient store;
    private final Deadline patience;
    private final Path folder;

    private Backup(MongoClient store, Deadline patience, Path folder) {
        this.store = store;
        this.patience = patience;
        this.folder = folder;
    }

    /** Exits with 0 when the backup is whole, with 2 if it was asked for wrongly, with 1 if something stands in the way. */
    public static void main(String[] arguments) {
        System.exit(StoreCommand.run(arguments, USAGE, Backup::run));
    }

    static String run(StoreOptions options) throws IOException {
        if (Manifest.isIn(options.folder())) {
            throw Refusal.because("There is a backup in " + options.folder() + " already: choose another folder.");
        }
        if (options.mongoDb() != null) {
            return run(options.mongoDb(), PATIENCE, options.folder());
        }
        if (Files.notExists(options.data().resolve("store.mv"))) {
            throw Refusal.because("There is no store in the data folder " + options.data() + ".");
        }
        try (DataFolder data = DataFolder.open(options.data());
                EmbeddedMongo embedded = EmbeddedMongo.at(data.store())) {
            // no writer is there to be waited for
            return run(embedded.uri(), Duration.ZERO, options.folder());
        }
    }

    /** @param patience for what writers have begun */
    static String run(String uri, Duration patience, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (MongoClient store = StoreOptions.connect(uri)) {
            return new Backup(store, Deadline.in(patience), folder).write();
        }
    }

    private String write() throws IOException {
        Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        RecordedService claims = service("claims");
        RecordedService articles = service("articles");
        // One point for both. Claims quote revisions of articles and not the other way round: with the claims' end
        // taken first,
        // and the articles' end when all that was committed by then is recorded, each revision that is quoted is in it.
        long claimsEnd = claims.head();
        articles.awaitRecorded();
        long articlesEnd = articles.head();
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                begun.toString(),
                List.of(write("articles", articles, articlesEnd), write("claims", claims, claimsEnd)));
        manifest.write(folder);
        return "Backed up into " + folder + ":\n" + manifest.summary();
    }

    private RecordedService service(String name) {
        return new RecordedService(store.getDatabase(name), patience);
    }

    private Manifest.Part write(String name, RecordedService service, long end) throws IOException {
        // Before the records: earlier ones of something removed are redacted by the time that its mark is gone.
        List<String> unfinished = new ArrayList<>(service.unrecorded());
        Map<String, Long> kinds = new TreeMap<>();
        try (NewFile file = NewFile.in(folder, name + ".ndjson")) {
            service.upTo(end, records -> {
                for (BsonDocument record : records) {
                    file.line(record.toJson(CANONICAL));
                    kinds.merge(Records.kindOf(record), 1L, Long::sum);
                }
            });
            file.keep();
            String sha256 = HexFormat.of().formatHex(file.digest());
            return new Manifest.Part(name, name + ".ndjson", end, sha256, kinds, unfinished);
        }
    }
}

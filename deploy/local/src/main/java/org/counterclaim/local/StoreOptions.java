package org.counterclaim.local;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a backup or a restore was asked for.
 *
 * @param folder of the backup
 * @param data folder of a launcher, null if a MongoDB is named
 * @param mongoDb connection string, null if a folder is named
 */
record StoreOptions(Path folder, Path data, String mongoDb) {

    private static final int ANSWER_SECONDS = 10;

    /**
     * Reads the arguments; empty if they ask for the usage.
     *
     * @param mongoDb what the environment names
     * @throws Refusal if they name no folder, or no store, or two
     */
    static Optional<StoreOptions> parse(List<String> arguments, Optional<String> mongoDb, String usage) {
        Path folder = null;
        Path data = null;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (List.of("--help", "-h").contains(argument)) {
                return Optional.empty();
            } else if (argument.equals("--data") && rest.hasNext()) {
                data = Path.of(rest.next());
            } else if (argument.startsWith("-") || folder != null) {
                throw Refusal.ofUsage("This is not understood: " + argument, usage);
            } else {
                folder = Path.of(argument);
            }
        }
        return Optional.of(of(folder, data, mongoDb.orElse(null), usage));
    }

    private static StoreOptions of(Path folder, Path data, String mongoDb, String usage) {
        if (folder == null) {
            throw Refusal.ofUsage("The folder of the backup is missing.", usage);
        }
        if ((data == null) == (mongoDb == null)) {
            throw Refusal.ofUsage("Say which store: either by --data or by MONGODB_URI.", usage);
        }
        return new StoreOptions(folder, data, mongoDb);
    }

    /** A client that answers for what it has written as the services do. */
    static MongoClient connect(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
    }
}

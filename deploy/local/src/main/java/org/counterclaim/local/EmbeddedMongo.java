package org.counterclaim.local;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A store that speaks the wire protocol of MongoDB, inside this process, on a free port of 127.0.0.1. Made for one machine with
 * nothing installed: tests and trying out. What it has acknowledged survives kill -9.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private final MongoServer server;
    private final String uri;

    private EmbeddedMongo(MVStore store) {
        this.server = new MongoServer(new CommittingBackend(store));
        server.bind("127.0.0.1", 0);
        this.uri = "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    }

    /** A store that is gone with this process. */
    public static EmbeddedMongo inMemory() {
        return new EmbeddedMongo(MVStore.open(null));
    }

    /**
     * A store in a file, which is made if it is not there.
     *
     * @throws IllegalStateException if another process has the file open or it cannot be written
     */
    public static EmbeddedMongo at(Path file) {
        try {
            MVStore store = MVStore.open(file.toAbsolutePath().toString());
            // what is acknowledged must not be overwritten in place before the next commit is on disk
            store.setRetentionTime(0);
            return new EmbeddedMongo(store);
        } catch (MVStoreException e) {
            throw new IllegalStateException(
                    "The store " + file + " cannot be opened; is another one running on it? " + e.getMessage(), e);
        }
    }

    /** Connection string for a MongoDB client. */
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /** The library answers a write before it is on disk; this one commits first. */
    private static final class CommittingBackend extends H2Backend {

        private static final Set<String> WRITES = Set.of(
                "insert",
                "update",
                "delete",
                "findandmodify",
                "create",
                "createindexes",
                "drop",
                "dropdatabase",
                "dropindexes",
                "renamecollection");

        CommittingBackend(MVStore store) {
            super(store);
        }

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            Document answer = super.handleCommand(channel, database, command, query);
            if (WRITES.contains(command.toLowerCase(Locale.ROOT))) {
                getMvStore().commit();
            }
            return answer;
        }
    }
}

package org.counterclaim.local;

import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/**
 * A store that speaks the wire protocol of MongoDB, inside this process, on a free port of 127.0.0.1. Made for one machine with
 * nothing installed: tests and trying out.
 *
 * <p>What it has acknowledged survives kill -9: it was handed to the operating system in one piece that is whole or is not there. It
 * was not forced to the disk (no fsync), so a power failure or a crash of the operating system may cost the last seconds, or, as the
 * space of outdated pieces is used again at once, the file. Whoever cannot bear that takes a MongoDB, or a backup.
 *
 * <p>Its file is cleaned up while it is written and when it is closed.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final int SMALLEST_CACHE = 16;
    private static final int LARGEST_CACHE = 256;

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
            String name = file.toAbsolutePath().toString();
            // should it have been killed while it was made small
            MVStoreTool.compactCleanUp(name);
            MVStore store = new MVStore.Builder()
                    .fileName(name)
                    .cacheSize(cacheSize())
                    // not in the middle of a write: the backend commits
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open();
            // by default what is outdated is kept for 45 s, in case the disk has not got what replaces it
            store.setRetentionTime(0);
            return new EmbeddedMongo(store);
        } catch (MVStoreException e) {
            throw new IllegalStateException(
                    "The store " + file + " cannot be opened; is another one running on it? " + e.getMessage(), e);
        }
    }

    /** Megabytes: a sixteenth of the heap. What is not in it is deserialised each time that documents are looked through. */
    private static int cacheSize() {
        long sixteenth = Runtime.getRuntime().maxMemory() >> 24;
        return (int) Math.max(SMALLEST_CACHE, Math.min(sixteenth, LARGEST_CACHE));
    }

    /** Connection string for a MongoDB client. */
    public String uri() {
        return uri;
    }

    /** Ends it, which takes up to some seconds when much of the file is outdated: it is made small. */
    @Override
    public void close() {
        server.shutdownNow();
    }
}

package org.counterclaim.local;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/**
 * Commits each write before it is answered; the library answers first. One write at a time, and nobody else commits: a commit takes
 * what stands in all maps, and in the middle of another write that would be an index without its document.
 */
final class CommittingBackend extends H2Backend {

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

    /** Each commit leaves a chunk that the next ones outdate in part; a step of cleaning up pays once it has a few of them. */
    private static final int COMMITS_BETWEEN_STEPS = 64;

    /** Chunks are rewritten when less of them is in use, in percent; at 50 the file is a sixth smaller and the cost three times that. */
    private static final int KEPT_FILL_RATE = 40;

    /** What one step rewrites at least, in bytes: more makes a writer wait longer, less leaves the file growing. */
    private static final int STEP = 4 << 20;

    /** At the end a file is written anew without what is outdated, unless that would take long: this many bytes take about 4 s. */
    private static final long REWRITTEN_AT_THE_END = 256L << 20;

    private final Lock writing = new ReentrantLock();
    private int commits;

    CommittingBackend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new H2Database(name, getMvStore(), getCursorRegistry()) {
            @Override
            protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
                return new DirectCollection(this, collection, options, getMvStore(), getCursorRegistry());
            }

            @Override
            protected Index<Object> openOrCreateSecondaryIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                return new HeldIndex(index, keys);
            }
        };
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (!WRITES.contains(command.toLowerCase(Locale.ROOT))) {
            return FirstMatch.during(query, () -> super.handleCommand(channel, database, command, query));
        }
        writing.lock();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            commit();
            writing.unlock();
        }
    }

    @Override
    public void commit() {
        getMvStore().commit();
        boolean due = ++commits % COMMITS_BETWEEN_STEPS == 0 && !isInMemory();
        if (due && getMvStore().compact(KEPT_FILL_RATE, STEP)) {
            getMvStore().commit();
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            boolean rewrite = isWorthRewriting();
            getMvStore().close();
            if (rewrite) {
                MVStoreTool.compact(getMvStore().getFileStore().getFileName(), false);
            }
        } finally {
            writing.unlock();
        }
    }

    private boolean isWorthRewriting() {
        if (isInMemory() || getMvStore().isClosed()) {
            return false;
        }
        FileStore<?> file = getMvStore().getFileStore();
        int inUse = file.getFillRate() * file.getChunksFillRate() / 100;
        return inUse < 50 && file.size() < REWRITTEN_AT_THE_END;
    }
}

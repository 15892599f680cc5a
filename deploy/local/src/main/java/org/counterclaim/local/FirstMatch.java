package org.counterclaim.local;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the pipeline that is running begins with. The library hands a pipeline all documents, and asks then which of them fit; so
 * counting a few costs as much as there is. The collection, which is asked for all within the same call, gives those that fit instead.
 */
final class FirstMatch {

    private static final ThreadLocal<FirstMatch> RUNNING = new ThreadLocal<>();

    private final String collection;
    private final Document match;

    private FirstMatch(String collection, Document match) {
        this.collection = collection;
        this.match = match;
    }

    /** Runs a command, which may have a pipeline. */
    static Document during(Document command, Supplier<Document> run) {
        if (!(command.get("aggregate") instanceof String collection)
                || !(command.get("pipeline") instanceof List<?> stages)
                || stages.isEmpty()
                || !(stages.get(0) instanceof Document first)
                || !(first.get("$match") instanceof Document match)) {
            return run.get();
        }
        RUNNING.set(new FirstMatch(collection, match));
        try {
            return run.get();
        } finally {
            RUNNING.remove();
        }
    }

    /** What is asked of a collection: what its pipeline wants, if it is asked for all of it, and for the first time. */
    static Document of(String collection, Document query) {
        FirstMatch running = RUNNING.get();
        if (running == null || !query.isEmpty() || !running.collection.equals(collection)) {
            return query;
        }
        RUNNING.remove();
        return running.match;
    }
}

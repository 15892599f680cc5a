package org.counterclaim.local;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;

/**
 * Documents that are found by their ids, whatever else is asked of them. The library takes its index of the ids only for queries
 * that ask for nothing else, and for any other reads all documents: each write would cost as much as there is.
 */
final class DirectCollection extends H2Collection {

    private static final String ID = "_id";

    /** Its maps have the names that the library gives them, so that it finds them too. */
    DirectCollection(
            MongoDatabase database, String name, CollectionOptions options, MVStore store, CursorRegistry cursors) {
        super(
                database,
                name,
                options,
                store.openMap("databases." + database.getDatabaseName() + "." + name),
                store.openMap("meta." + database.getDatabaseName() + "." + name),
                cursors);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document order, int skipped, int limit, int batch, Document fields) {
        List<Object> ids = ids(query);
        if (ids == null) {
            return super.matchDocuments(query, order, skipped, limit, batch, fields);
        }
        List<Object> there = ids.stream().filter(id -> getDocument(id) != null).toList();
        return matchDocuments(query, there, order, skipped, limit, batch, fields);
    }

    /** What the id must be one of, in the order in which documents stand; null if the query leaves that open. */
    static List<Object> ids(Document query) {
        return Stream.concat(Stream.of(query), parts(query))
                .map(part -> asked(part.get(ID)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Document> parts(Document query) {
        return query.get("$and") instanceof Collection<?> all
                ? all.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .flatMap(part -> Stream.concat(Stream.of(part), parts(part)))
                : Stream.of();
    }

    private static List<Object> asked(Object id) {
        if (id instanceof Document condition
                && condition.keySet().equals(Set.of("$in"))
                && condition.get("$in") instanceof Collection<?> ids
                && ids.stream().allMatch(String.class::isInstance)) {
            return ids.stream().distinct().sorted().map(Object.class::cast).toList();
        }
        return id instanceof String ? List.of(id) : null;
    }
}

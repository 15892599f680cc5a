package org.counterclaim.local;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;

/**
 * Documents that are found by their ids or by an index, whatever else is asked of them. The library takes its index of the ids only for
 * queries that ask for nothing else, no other index that is not unique, and for any other query reads all documents: each write would
 * cost as much as there is.
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
            Document asked, Document order, int skipped, int limit, int batch, Document fields) {
        Document query = FirstMatch.of(getCollectionName(), asked);
        Set<Object> ids = ids(query);
        // most of what there is, is read as quickly in its order
        if (ids == null || ids.size() > 1 && ids.size() > count() / 2 || !areTexts(ids)) {
            return super.matchDocuments(query, order, skipped, limit, batch, fields);
        }
        List<Object> there =
                ids.stream().filter(id -> getDocument(id) != null).sorted().toList();
        return matchDocuments(query, there, order, skipped, limit, batch, fields);
    }

    private static boolean areTexts(Set<Object> ids) {
        return ids.stream().allMatch(String.class::isInstance);
    }

    /** The ids of all documents that may fit, told from the part of the query that leaves the fewest; null if any may. */
    private Set<Object> ids(Document query) {
        return query.entrySet().stream()
                .map(part -> ids(part.getKey(), part.getValue()))
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(Set::size))
                .orElse(null);
    }

    private Set<Object> ids(String member, Object asked) {
        return switch (member) {
            case "$and" ->
                parts(asked)
                        .map(this::ids)
                        .filter(Objects::nonNull)
                        .min(Comparator.comparingInt(Set::size))
                        .orElse(null);
            case "$or" -> any(parts(asked).map(this::ids).toList());
            default -> ids(member, values(asked));
        };
    }

    private static Set<Object> any(List<Set<Object>> each) {
        if (each.contains(null)) {
            return null;
        }
        Set<Object> all = new HashSet<>();
        each.forEach(all::addAll);
        return all;
    }

    private Set<Object> ids(String member, Collection<?> values) {
        if (values == null || member.equals(ID)) {
            return values == null ? null : new HashSet<>(values);
        }
        return getIndexes().stream()
                .filter(HeldIndex.class::isInstance)
                .map(HeldIndex.class::cast)
                .filter(index -> index.member().equals(member))
                .findFirst()
                .map(index -> index.idsOf(values, this::each))
                .orElse(null);
    }

    private void each(Consumer<Document> reader) {
        streamAllDocumentsWithPosition().forEach(found -> reader.accept(found.getDocument()));
    }

    private static Stream<Document> parts(Object all) {
        return ((Collection<?>) all).stream().map(Document.class::cast);
    }

    /** What a member must be one of; null if it may be something that no index knows. */
    private static Collection<?> values(Object asked) {
        Object values =
                asked instanceof Document condition && condition.keySet().equals(Set.of("$in"))
                        ? condition.get("$in")
                        : List.of(asked == null ? Set.of() : asked);
        return values instanceof Collection<?> all && all.stream().allMatch(HeldIndex::isKnown) ? all : null;
    }
}

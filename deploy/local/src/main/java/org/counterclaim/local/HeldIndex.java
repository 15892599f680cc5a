package org.counterclaim.local;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which documents have a value in a member, the first of those that the index is of, held in memory. The library takes the indexes that are not unique and does nothing with
 * them. It is made of all documents when it is asked for the first time, so that a start reads none; from then on it follows what is
 * written. It knows texts and truth values, which are what our services ask for.
 */
final class HeldIndex extends EmptyIndex<Object> {

    private static final String ID = "_id";

    private final List<String> path;

    /** The ids of those that have each value; null as long as nobody has asked. */
    private Map<Object, Set<Object>> held;

    HeldIndex(String name, List<IndexKey> keys) {
        super(name, keys);
        this.path = Arrays.asList(keys.get(0).getKey().split("\\."));
    }

    /** The member. */
    String member() {
        return String.join(".", path);
    }

    /** Whether it knows documents by such a value. */
    static boolean isKnown(Object value) {
        return value instanceof String || value instanceof Boolean;
    }

    /**
     * The ids of all documents that may have one of these values.
     *
     * @param documents all there are, each of which it is to be told of
     */
    Set<Object> idsOf(Collection<?> values, Consumer<Consumer<Document>> documents) {
        if (held == null) {
            held = new HashMap<>();
            documents.accept(this::hold);
        }
        return values.stream()
                .flatMap(value -> held.getOrDefault(value, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isEmpty() {
        // the library would go through all documents to fill it
        return false;
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        hold(document);
    }

    @Override
    public Object remove(Document document) {
        forget(document);
        return super.remove(document);
    }

    @Override
    public void updateInPlace(Document before, Document now, Object position, MongoCollection<Object> collection) {
        forget(before);
        hold(now);
    }

    private void hold(Document document) {
        if (held != null) {
            Set<Object> id = Set.of(document.get(ID));
            values(document, path).forEach(value -> held.merge(value, id, HeldIndex::both));
        }
    }

    private void forget(Document document) {
        if (held != null) {
            Object id = document.get(ID);
            values(document, path).forEach(value -> held.computeIfPresent(value, (same, ids) -> without(ids, id)));
        }
    }

    /** Most values stand in one document. */
    private static Set<Object> both(Set<Object> some, Set<Object> others) {
        Set<Object> all = some instanceof HashSet ? some : new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<Object> without(Set<Object> ids, Object id) {
        Set<Object> others = ids instanceof HashSet ? ids : new HashSet<>(ids);
        others.remove(id);
        return others.isEmpty() ? null : others;
    }

    /** The values at the end of a path, each once, through all lists on the way. */
    private static Stream<Object> values(Object node, List<String> path) {
        if (node instanceof Collection<?> items) {
            return items.stream().flatMap(item -> values(item, path)).distinct();
        }
        if (path.isEmpty()) {
            return isKnown(node) ? Stream.of(node) : Stream.empty();
        }
        return node instanceof Document document
                ? values(document.get(path.get(0)), path.subList(1, path.size()))
                : Stream.empty();
    }
}

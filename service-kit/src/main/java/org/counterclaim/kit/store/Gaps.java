package org.counterclaim.kit.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonDocument;

/** Numbers that one reader of the records misses: their writers are about to use them, or dead. Looked for by one at a time. */
final class Gaps {

    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();
    private static final int MISSED_AT_ONCE = 500;

    /** By the reader's own clock. */
    private final Map<Long, Long> missingSince = new TreeMap<>();

    private volatile boolean open;

    /** Whether a number is missed that was missed at the look before: when several write at once, that is so for a moment. */
    boolean isOpen() {
        return open;
    }

    /**
     * Looks for gaps.
     *
     * @param head the last number before all of them
     * @param found what comes after it
     * @param now in nanoseconds
     * @return whether one is open that was not
     */
    boolean look(long head, List<BsonDocument> found, long now) {
        boolean before = open;
        Set<Long> missing = missing(head, found);
        missingSince.keySet().retainAll(missing);
        open = !missingSince.isEmpty();
        missing.forEach(seq -> missingSince.putIfAbsent(seq, now));
        return open && !before;
    }

    /** What was missed for so long that its writer is dead, or will take another number. */
    List<Long> toSeal(long now) {
        return missingSince.entrySet().stream()
                .filter(missed -> now - missed.getValue() >= PATIENCE)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<Long> missing(long head, List<BsonDocument> found) {
        Set<Long> missing = new TreeSet<>();
        long next = head + 1;
        for (BsonDocument record : found) {
            for (long seq = next; seq < Feed.seqOf(record) && missing.size() < MISSED_AT_ONCE; seq++) {
                missing.add(seq);
            }
            next = Feed.seqOf(record) + 1;
        }
        return missing;
    }
}

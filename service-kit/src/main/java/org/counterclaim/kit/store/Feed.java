package org.counterclaim.kit.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.bson.BsonDocument;

/**
 * Everything that was recorded, in the order of its numbers, to be followed. A reader gets what stands before the first gap. A
 * gap that stays open for two seconds is sealed: its writer is dead or will take another number.
 */
public final class Feed {

    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();
    private static final int LOOKED_AT_ONCE = 500;
    private static final int SETTLED_EVERY = 1_000;
    private static final int MAX_WAITING = 2_000;

    /** So long may a reader wait while this ends: he comes back elsewhere. */
    private static final Duration WHILE_ENDING = Duration.ofMillis(500);

    private final Revisions revisions;
    private final LongSupplier nanoTime;
    private final int batch;
    private final Set<UniEmitter<? super Void>> waiting = ConcurrentHashMap.newKeySet();

    /** When this reader first missed a number. */
    private final Map<Long, Long> missingSince = new TreeMap<>();

    /** The last number before the first gap. */
    private volatile long head;

    private volatile boolean ending;
    private boolean started;
    private long settled;

    public Feed(Revisions revisions) {
        this(revisions, System::nanoTime, LOOKED_AT_ONCE);
    }

    /**
     * @param nanoTime this reader's own monotonic clock: no other can be trusted with patience
     * @param batch how many records are looked at in one go
     */
    Feed(Revisions revisions, LongSupplier nanoTime, int batch) {
        this.revisions = revisions;
        this.nanoTime = nanoTime;
        this.batch = batch;
    }

    /** The last number that can be read by now. */
    public long head() {
        return head;
    }

    /** Lets nobody wait for long from now on; whoever waits now is woken. */
    void end() {
        ending = true;
        wake();
    }

    /** Whether who waits is told so when there is nothing, though his time is not over. */
    boolean isEnding() {
        return ending;
    }

    /** Looks for what is new, and wakes whoever waits for it. To be called every 100 ms, one call at a time. */
    public Uni<Void> poll() {
        return start().chain(() -> revisions.after(head, batch)).chain(found -> {
            long before = head;
            head = contiguous(before, found);
            if (head > before) {
                wake();
            }
            boolean more = found.size() == batch && head > before;
            return more ? poll() : sealGaps(found).chain(this::settle);
        });
    }

    /**
     * What comes after a number.
     *
     * @param wait how long to wait for something if there is nothing yet
     * @return up to {@code limit} records, sealed numbers among them; none if nothing came
     */
    Uni<List<BsonDocument>> after(long seq, int limit, Duration wait) {
        return seq < head || wait.toMillis() == 0
                ? available(seq, limit)
                : news(seq, wait).chain(() -> available(seq, limit));
    }

    private Uni<List<BsonDocument>> available(long seq, int limit) {
        long until = head;
        return seq >= until
                ? Uni.createFrom().item(List.of())
                : revisions
                        .after(seq, limit)
                        .map(found -> found.stream()
                                .filter(record -> seqOf(record) <= until)
                                .toList());
    }

    /** Done when there is something after that number, or when the wait is over. */
    private Uni<Void> news(long seq, Duration wait) {
        boolean knowing = ending;
        return Uni.createFrom()
                .<Void>emitter(emitter -> await(seq, knowing, emitter))
                .ifNoItem()
                .after(knowing && wait.compareTo(WHILE_ENDING) > 0 ? WHILE_ENDING : wait)
                .recoverWithItem(() -> null);
    }

    /** @param knowing whether this is ending, as far as the reader knows: he must not miss it */
    private void await(long seq, boolean knowing, UniEmitter<? super Void> emitter) {
        if (waiting.size() < MAX_WAITING) {
            waiting.add(emitter);
            emitter.onTermination(() -> waiting.remove(emitter));
            if (seq >= head && ending == knowing) {
                return;
            }
        }
        emitter.complete(null);
    }

    private void wake() {
        List.copyOf(waiting).forEach(emitter -> emitter.complete(null));
    }

    private Uni<Void> start() {
        return started
                ? Uni.createFrom().voidItem()
                : revisions.settled().invoke(this::startAt).replaceWithVoid();
    }

    private void startAt(long known) {
        started = true;
        settled = known;
        head = known;
    }

    private Uni<Void> settle() {
        return head < settled + SETTLED_EVERY
                ? Uni.createFrom().voidItem()
                : revisions.settle(head).invoke(() -> settled = head);
    }

    private Uni<Void> sealGaps(List<BsonDocument> found) {
        long now = nanoTime.getAsLong();
        Set<Long> missing = missing(head, found);
        missingSince.keySet().retainAll(missing);
        missing.forEach(seq -> missingSince.putIfAbsent(seq, now));
        return Multi.createFrom()
                .iterable(List.copyOf(missing))
                .filter(seq -> now - missingSince.get(seq) >= PATIENCE)
                .onItem()
                .transformToUniAndConcatenate(revisions::seal)
                .collect()
                .last();
    }

    private static Set<Long> missing(long from, List<BsonDocument> found) {
        Set<Long> missing = new TreeSet<>();
        long next = from + 1;
        for (BsonDocument record : found) {
            for (long seq = next; seq < seqOf(record) && missing.size() < LOOKED_AT_ONCE; seq++) {
                missing.add(seq);
            }
            next = seqOf(record) + 1;
        }
        return missing;
    }

    private static long contiguous(long from, List<BsonDocument> found) {
        long last = from;
        for (BsonDocument record : found) {
            if (seqOf(record) != last + 1) {
                return last;
            }
            last++;
        }
        return last;
    }

    static long seqOf(BsonDocument record) {
        return record.getNumber(Revisions.SEQ).longValue();
    }
}

package org.counterclaim.kit.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.bson.BsonDocument;

/**
 * Everything that was recorded, in the order of its numbers, to be followed. A reader gets what stands before the first gap. A
 * gap that stays open for two seconds is sealed: its writer is dead or will take another number.
 */
public final class Feed {

    private static final int LOOKED_AT_ONCE = 500;
    private static final int SETTLED_EVERY = 1_000;
    private static final int MAX_WAITING = 2_000;

    /** So long may a reader wait while this ends: he comes back elsewhere. */
    private static final Duration WHILE_ENDING = Duration.ofMillis(500);

    /** A reader who is behind is told so this often. */
    private static final Duration WHILE_BEHIND = Duration.ofMillis(100);

    /** Of a store that was not heard for so long it is not known what it holds. */
    private static final long SILENT = Duration.ofSeconds(1).toNanos();

    private final Revisions revisions;
    private final LongSupplier nanoTime;
    private final int batch;
    private final Set<UniEmitter<? super Void>> waiting = ConcurrentHashMap.newKeySet();

    private final Gaps gaps = new Gaps();

    /** The last number before the first gap. */
    private volatile long head;

    private volatile boolean ending;

    /** When it was last looked to the end. */
    private volatile long lookedAt;

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
        this.lookedAt = nanoTime.getAsLong() - SILENT;
    }

    /** The last number that can be read by now. */
    public long head() {
        return head;
    }

    /**
     * Whether there is, or may be, something that cannot be read yet: a number is missed, and what comes after it has to wait, or
     * the store does not answer.
     */
    boolean isBehind() {
        return gaps.isOpen() || nanoTime.getAsLong() - lookedAt >= SILENT;
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
            boolean stops = gaps.look(head, found, nanoTime.getAsLong());
            if (head > before || stops) {
                wake();
            }
            return found.size() == batch && head > before ? poll() : sealGaps().chain(this::settle);
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
        boolean wasEnding = ending;
        boolean wasOpen = gaps.isOpen();
        Duration most = wasEnding ? WHILE_ENDING : isBehind() ? WHILE_BEHIND : wait;
        return Uni.createFrom()
                .<Void>emitter(emitter -> await(seq, () -> ending == wasEnding && gaps.isOpen() == wasOpen, emitter))
                .ifNoItem()
                .after(wait.compareTo(most) > 0 ? most : wait)
                .recoverWithItem(() -> null);
    }

    /** @param asBefore whether all is as the reader knows it: he must not miss it if not */
    private void await(long seq, BooleanSupplier asBefore, UniEmitter<? super Void> emitter) {
        if (waiting.size() < MAX_WAITING) {
            waiting.add(emitter);
            emitter.onTermination(() -> waiting.remove(emitter));
            if (seq >= head && asBefore.getAsBoolean()) {
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
        lookedAt = nanoTime.getAsLong();
        return head < settled + SETTLED_EVERY
                ? Uni.createFrom().voidItem()
                : revisions.settle(head).invoke(() -> settled = head);
    }

    private Uni<Void> sealGaps() {
        return Multi.createFrom()
                .iterable(gaps.toSeal(nanoTime.getAsLong()))
                .onItem()
                .transformToUniAndConcatenate(revisions::seal)
                .collect()
                .last();
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

package org.counterclaim.kit.idempotency;

import static com.mongodb.client.model.Filters.eq;
import static org.counterclaim.kit.store.Cabinet.await;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.store.Cabinet;
import org.counterclaim.kit.store.Documents;
import org.counterclaim.kit.store.Note;
import org.counterclaim.kit.store.RevisionStore;
import org.counterclaim.kit.store.StoreCalls;

/** Requests with one key on a cabinet of notes, at a time that the test sets. */
final class Requests implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(30);

    static final StoreCalls UNDISTURBED = new StoreCalls() {
        @Override
        public <T> Uni<T> make(String name, java.util.function.Supplier<Uni<T>> call) {
            return call.get();
        }
    };

    /** What a request wants: a note of its own, or the next revision of one that is there. */
    enum Wish {
        NOTE {
            @Override
            Uni<Note> make(RevisionStore<Note> notes, String id) {
                return notes.insert(Note.first("n" + id, "new"), Note.CHANGE);
            }

            @Override
            Uni<Note> find(RevisionStore<Note> notes, String id) {
                return notes.findRevision("n" + id, 1);
            }
        },
        PART {
            @Override
            Uni<Note> make(RevisionStore<Note> notes, String id) {
                return notes.findForWrite("n1").chain(note -> {
                    Preconditions.requireMatch("\"1\"", note.revision());
                    return notes.replace(note.next(id), Note.CHANGE);
                });
            }

            @Override
            Uni<Note> find(RevisionStore<Note> notes, String id) {
                return notes.findEarliest("n1", eq("text", id));
            }
        };

        abstract Uni<Note> make(RevisionStore<Note> notes, String id);

        abstract Uni<Note> find(RevisionStore<Note> notes, String id);
    }

    final Cabinet cabinet = new Cabinet();
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");

    /** With one note, which is at revision 1. */
    Requests() {
        await(cabinet.actor().insert(Note.first("n1", "there before"), Note.CHANGE));
    }

    /** A request that does not wait for another one. */
    Uni<Note> send(Wish wish) {
        return send(wish, UNDISTURBED, Duration.ZERO);
    }

    Uni<Note> send(Wish wish, StoreCalls calls, Duration patience) {
        RevisionStore<Note> notes = cabinet.actor(calls);
        return send("body", calls, id -> wish.make(notes, id), id -> wish.find(notes, id), patience);
    }

    /** A request with this body that wants a note and does this for it. */
    Uni<Note> send(String body, Function<String, Uni<Note>> make) {
        return send(body, UNDISTURBED, make, id -> Wish.NOTE.find(cabinet.actor(), id), Duration.ZERO);
    }

    private Uni<Note> send(
            String body,
            StoreCalls calls,
            Function<String, Uni<Note>> make,
            Function<String, Uni<Note>> find,
            Duration patience) {
        return Uni.createFrom().deferred(() -> {
            Tickets tickets = tickets(calls);
            Ticket drawn = tickets.draw(Ticket.id("key", "rita"), body);
            return new Attempt<>(tickets, drawn, make, find, () -> {}).make(patience);
        });
    }

    Tickets tickets(StoreCalls calls) {
        Documents documents = new Documents(StoreCalls.through(calls, cabinet.database), "idempotency");
        return new Tickets(documents, clock(), LEASE);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** How many revisions there are of all notes, beside the first of the one that was there before. */
    int made() {
        return cabinet.documents().stream()
                        .mapToInt(note -> note.getInt32("revision").getValue())
                        .sum()
                - 1;
    }

    @Override
    public void close() {
        cabinet.close();
    }
}

package org.counterclaim.claim;

import static org.counterclaim.kit.store.Cabinet.await;

import com.mongodb.client.model.Filters;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.appearance.Hedge;
import org.counterclaim.appearance.QuotationType;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Cabinet;
import org.counterclaim.kit.store.Consequences;
import org.counterclaim.kit.store.Reach;
import org.counterclaim.kit.store.ServiceStore;
import org.counterclaim.kit.store.StoreCalls;
import org.counterclaim.kit.store.Stores;
import org.counterclaim.position.Aspect;
import org.counterclaim.position.Position;
import org.counterclaim.position.Stance;
import org.counterclaim.relation.Relation;

/** Claims in a real store, and editors who work on them with the service's own code, but without the service. */
final class Workroom implements AutoCloseable {

    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    private static final Caller EDITOR = new Caller("edgar", null, Set.of(Caller.EDITOR, Caller.REPORTER));

    private final Cabinet cabinet = new Cabinet();

    /** Somebody whose calls to the store may not get through, or only after something else has happened. */
    Editor editor(StoreCalls calls) {
        return new Editor(Stores.on(StoreCalls.through(calls, cabinet.database)));
    }

    Editor editor() {
        return new Editor(Stores.on(cabinet.database));
    }

    /** A published claim of one place and one denial, with these relations. */
    void publish(String id, Relation... relations) {
        Claim draft = Claim.drafted(
                id, wording(id), List.of(place(id)), List.of(denial(id)), Editorial.draftBy(EDITOR), CLOCK.instant());
        Claim published = ClaimBuilder.builder(draft)
                .editorial(new Editorial(EditorialStatus.PUBLISHED, List.of(), null))
                .relations(List.of(relations))
                .build();
        await(editor().claims.insert(published, Change.ofContent(EDITOR, null, null)));
    }

    Claim read(String id) {
        return await(editor().claims.get(id));
    }

    /** What writers have left undone is done. */
    void sweep() {
        await(Stores.sweep(editor().claims));
    }

    boolean isUnrecorded(String id) {
        BsonDocument found =
                await(Stores.on(cabinet.database).documents("claims").first(Filters.eq("_id", id)));
        return Optional.ofNullable(found)
                .filter(claim -> claim.containsKey("unrecorded"))
                .isPresent();
    }

    private static ClaimContent wording(String id) {
        return new ClaimContent("Claim " + id, id, null, null, null, null, null, null, null, null, null, null);
    }

    private static Appearance place(String id) {
        return Appearance.of(new AppearanceContent(
                null, null, null, null, "https://example.org/" + id, null, null, null, QuotationType.NONE, null));
    }

    private static Position denial(String id) {
        return new Position(
                "pos_" + id,
                "pty_" + id,
                null,
                Stance.DENIES,
                Aspect.WHOLE,
                QuotationType.NONE,
                Hedge.NONE,
                null,
                null,
                List.of(),
                null,
                List.of());
    }

    @Override
    public void close() {
        cabinet.close();
    }

    /** One editor at work. */
    static final class Editor {

        private final Claims claims;
        private final MergeClaims merge;
        private final RelateClaims relate;

        private Editor(ServiceStore store) {
            Consequences<Claim> follows = (revision, change) -> revision.isSuperseded()
                    ? new TakeOver(claims(), CLOCK).of(revision, change)
                    : Uni.createFrom().voidItem();
            this.claims = new Claims(store, null, claim -> Uni.createFrom().item(Reach.NONE), follows);
            GraphGuard guard = new GraphGuard(store, claims, CLOCK);
            this.merge = new MergeClaims(claims, guard, new Refinements(claims), CLOCK);
            this.relate = new RelateClaims(claims, guard, new Refinements(claims), CLOCK);
        }

        private Claims claims() {
            return claims;
        }

        /** Merges whatever revision there is. */
        Uni<Claim> merges(String id, String into) {
            return merge.with(into, new ClaimWrite(id, "*", Change.ofMerger(EDITOR, "The same."), EDITOR));
        }

        Uni<Claim> relates(String id, Relation.Type type, String target) {
            return relate.put(write(id), new Relation(type, target));
        }

        Uni<Claim> separates(String id, Relation.Type type, String target) {
            return relate.remove(write(id), new Relation(type, target));
        }

        /** Writes something else to a claim. */
        Uni<Claim> edits(String id) {
            return claims.getForWrite(id)
                    .chain(claim -> claims.replace(
                            claim.next(claim.editorial(), Instant.now()),
                            write(id).change()));
        }

        private static ClaimWrite write(String id) {
            return new ClaimWrite(id, "*", Change.ofContent(EDITOR, "update", "Because."), EDITOR);
        }
    }
}

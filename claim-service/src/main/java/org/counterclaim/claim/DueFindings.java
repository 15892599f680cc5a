package org.counterclaim.claim;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.counterclaim.kit.store.Documents;
import org.counterclaim.kit.store.ServiceStore;
import org.counterclaim.kit.time.BackgroundWork;

/**
 * Claims of which something has to be found out again, because a party or an item of evidence that they name has changed. There
 * may be many: they are gone through in the background, from where a crash left off.
 */
@ApplicationScoped
class DueFindings {

    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final int AT_ONCE = 50;
    private static final String NOTED = "noted";
    private static final String AFTER = "after";

    private final Documents due;
    private final Claims claims;
    private final UpdateFindings findings;

    DueFindings(ServiceStore store, Claims claims, UpdateFindings findings) {
        this.due = store.documents("findingsDue");
        this.claims = claims;
        this.findings = findings;
    }

    void start(@Observes StartupEvent start, BackgroundWork background) {
        background.every(OFTEN, "finding out what follows for claims", this::work);
    }

    /** That this party or item of evidence has changed. */
    Uni<Void> note(String id) {
        return due.put(new BsonDocument("_id", new BsonString(id))
                .append(NOTED, new BsonString(UUID.randomUUID().toString()))
                .append(AFTER, new BsonString("")));
    }

    /** Some claims of what is noted, if anything is. */
    Uni<Void> work() {
        return due.first(Filters.exists("_id"))
                .chain(noted -> noted == null ? Uni.createFrom().voidItem() : work(noted));
    }

    private Uni<Void> work(BsonDocument noted) {
        String after = noted.getString(AFTER).getValue();
        return claims.concerning(noted.getString("_id").getValue(), after, AT_ONCE)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(claim -> findings.of(claim.id()))
                        .collect()
                        .last()
                        .chain(() -> goOn(noted, found)));
    }

    /** Whoever notes it again meanwhile has it done again from the beginning. */
    private Uni<Void> goOn(BsonDocument noted, List<Claim> done) {
        Bson same = Filters.and(Filters.eq("_id", noted.get("_id")), Filters.eq(NOTED, noted.get(NOTED)));
        return done.size() < AT_ONCE
                ? due.delete(same).replaceWithVoid()
                : due.update(same, Updates.set(AFTER, done.get(done.size() - 1).id()))
                        .replaceWithVoid();
    }
}

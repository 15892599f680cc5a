package org.counterclaim.kit.store;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Instant;

/** What a service keeps, for tests that need no service around it. */
public final class Stores {

    private Stores() {}

    /** Everything that is kept in this database, through which calls may not get. */
    public static ServiceStore on(ReactiveMongoDatabase database) {
        ReactiveMongoClient client = (ReactiveMongoClient) Proxy.newProxyInstance(
                ReactiveMongoClient.class.getClassLoader(),
                new Class<?>[] {ReactiveMongoClient.class},
                (self, method, args) -> database);
        return new ServiceStore(client, "");
    }

    /** Does what writers have left undone, long after they have. */
    public static Uni<Void> sweep(Keeper keeper) {
        return keeper.upkeep().sweep(Instant.now().plusSeconds(60)).replaceWithVoid();
    }
}

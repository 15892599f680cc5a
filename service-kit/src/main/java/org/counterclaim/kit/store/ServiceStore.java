package org.counterclaim.kit.store;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everything that one service keeps: its aggregates, one sequence of their revisions, and the feed of it. */
@Singleton
public class ServiceStore {

    private final ReactiveMongoDatabase database;
    private final Revisions revisions;
    private final Feed feed;

    ServiceStore(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.database = client.getDatabase(database);
        this.revisions = new Revisions(this.database);
        this.feed = new Feed(revisions);
    }

    /** The aggregates of one kind. */
    public <T extends Aggregate<T>> RevisionStore<T> keep(StoredForm<T> form, ReachOf<T> reach) {
        return new RevisionStore<>(database, revisions, form, reach);
    }

    /** The aggregates of one kind, each revision of which brings something about elsewhere. */
    public <T extends Aggregate<T>> RevisionStore<T> keep(
            StoredForm<T> form, ReachOf<T> reach, Consequences<T> consequences) {
        return new RevisionStore<>(database, revisions, form, reach, consequences);
    }

    /** The last number up to which this process knows all records: while it is the same, it knows of nothing new. */
    public long head() {
        return feed.head();
    }

    /** Other documents of this service, without revisions. */
    public Documents documents(String collection) {
        return new Documents(database, collection);
    }

    /** The numbered records of all revisions. */
    public Revisions revisions() {
        return revisions;
    }

    Feed feed() {
        return feed;
    }
}

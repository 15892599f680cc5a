package org.counterclaim.kit.store;

import com.mongodb.client.MongoDatabase;

/** A bean that keeps one kind of aggregate. */
public interface Keeper {

    /** Makes what has to be there before the first request, such as an index; done at each start. */
    default void prepare(MongoDatabase database) {}

    /** What has to be done to the aggregates without being asked. */
    Upkeep<?> upkeep();
}

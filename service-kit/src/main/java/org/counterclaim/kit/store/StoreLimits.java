package org.counterclaim.kit.store;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * How long the driver waits for what, in milliseconds, and what an acknowledged write means. A store that is known to be gone is
 * told to the client within a tenth of a second: looking for a server longer helps nobody, the client comes back.
 */
@Singleton
class StoreLimits implements MongoClientCustomizer {

    private static final int SELECT_SERVER = 80;
    private static final int CONNECT = 500;
    private static final int READ = 2_000;
    private static final int WAIT_FOR_CONNECTION = 500;

    /** So often the driver looks whether a server is there. */
    private static final int HEARTBEAT = 1_000;

    @Override
    public MongoClientSettings.Builder customize(MongoClientSettings.Builder settings) {
        return settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECT_SERVER, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(HEARTBEAT, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(HEARTBEAT / 4, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(WAIT_FOR_CONNECTION, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(CONNECT, TimeUnit.MILLISECONDS).readTimeout(READ, TimeUnit.MILLISECONDS));
    }
}

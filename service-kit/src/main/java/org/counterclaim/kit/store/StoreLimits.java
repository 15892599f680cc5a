package org.counterclaim.kit.store;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long the driver waits for what, and what an acknowledged write means. A store that is known to be gone is told to the client
 * within a tenth of a second: looking for a server longer helps nobody, the client comes back. Who runs this where a busy machine
 * looks like one that is gone gives it more time.
 */
@Singleton
class StoreLimits implements MongoClientCustomizer {

    /** So often the driver looks whether a server is there, in milliseconds. */
    private static final int HEARTBEAT = 1_000;

    private final int selectServer;
    private final int connect;
    private final int read;
    private final int waitForConnection;

    StoreLimits(
            @ConfigProperty(name = "counterclaim.store.select-server", defaultValue = "80ms") Duration selectServer,
            @ConfigProperty(name = "counterclaim.store.connect", defaultValue = "500ms") Duration connect,
            @ConfigProperty(name = "counterclaim.store.read", defaultValue = "2s") Duration read,
            @ConfigProperty(name = "counterclaim.store.wait-for-connection", defaultValue = "500ms")
                    Duration waitForConnection) {
        this.selectServer = (int) selectServer.toMillis();
        this.connect = (int) connect.toMillis();
        this.read = (int) read.toMillis();
        this.waitForConnection = (int) waitForConnection.toMillis();
    }

    @Override
    public MongoClientSettings.Builder customize(MongoClientSettings.Builder settings) {
        return settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(selectServer, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(HEARTBEAT, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(HEARTBEAT / 4, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(waitForConnection, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(connect, TimeUnit.MILLISECONDS).readTimeout(read, TimeUnit.MILLISECONDS));
    }
}

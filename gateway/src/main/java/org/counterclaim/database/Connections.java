package org.counterclaim.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Connections that give up: a database that hangs must not hold a request, nor keep a connection for ever. */
@Singleton
class Connections implements PgPoolCreator {

    /** Longer than any statement may take, so that only a connection that is dead or idle is closed. */
    private static final int SILENCE_SECONDS = 5;

    @Override
    public Pool create(Input input) {
        for (PgConnectOptions options : input.pgConnectOptionsList()) {
            options.setConnectTimeout((int) Database.PATIENCE.toMillis())
                    .setIdleTimeout(SILENCE_SECONDS)
                    .setIdleTimeoutUnit(TimeUnit.SECONDS)
                    .addProperty("statement_timeout", "" + Database.PATIENCE.toMillis())
                    .addProperty("application_name", "counterclaim-gateway");
        }
        input.poolOptions().setConnectionTimeout((int) Database.PATIENCE.toSeconds());
        return PgBuilder.pool()
                .using(input.vertx())
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .build();
    }
}

package org.counterclaim.database;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a database that cannot be had from one that refuses what it was asked. */
final class Outage {

    /** Classes of SQLSTATE: connection, login, resources, operator intervention, system error. */
    private static final String CLASSES = "08|28|53|57|58";

    /** Tables or a database that are not there yet. */
    private static final String NOT_MIGRATED = "42P01|3D000|3F000";

    private Outage() {}

    static boolean isOne(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(Outage::tells);
    }

    private static boolean tells(Throwable cause) {
        if (cause instanceof PgException refused) {
            return tells(refused.getSqlState());
        }
        if (cause instanceof SQLException refused) {
            return tells(refused.getSQLState());
        }
        return cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof java.util.concurrent.TimeoutException
                || cause instanceof ClosedConnectionException
                || cause instanceof NoStackTraceThrowable;
    }

    private static boolean tells(String sqlState) {
        return sqlState != null && sqlState.matches("(" + CLASSES + ")...|" + NOT_MIGRATED);
    }
}

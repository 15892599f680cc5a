package org.counterclaim.local;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What the services keep things in: servers that somebody names, or embedded ones in the data folder. PostgreSQL starts while the
 * services do, because the gateway is ready without it.
 */
public final class Stores implements AutoCloseable {

    private final Optional<String> mongoDb;
    private final Optional<String> postgres;
    private EmbeddedMongo documents;
    private CompletableFuture<EmbeddedPostgres> partners;
    private String mongoDbAddress;
    private String postgresAddress;

    private Stores(Optional<String> mongoDb, Optional<String> postgres) {
        this.mongoDb = mongoDb;
        this.postgres = postgres;
    }

    /** Embedded ones. */
    public static Stores embedded() {
        return new Stores(Optional.empty(), Optional.empty());
    }

    /** This MongoDB, and an embedded PostgreSQL. */
    public static Stores with(String mongoDb) {
        return new Stores(Optional.of(mongoDb), Optional.empty());
    }

    /**
     * Those that the environment names.
     *
     * @throws Refusal without the address in it, which may have a password, if it is not of its kind
     */
    static Stores chosenIn(Map<String, String> environment) {
        return new Stores(
                named(environment, "MONGODB_URI", "mongodb://", "mongodb+srv://"),
                named(environment, "DATABASE_URL", "postgresql://", "postgres://"));
    }

    private static Optional<String> named(Map<String, String> environment, String variable, String... beginnings) {
        Optional<String> address =
                Optional.of(environment.getOrDefault(variable, "")).filter(text -> !text.isBlank());
        if (address.isPresent() && Arrays.stream(beginnings).noneMatch(address.get()::startsWith)) {
            throw Refusal.because(variable + " names no server: it has to begin with " + beginnings[0]
                    + ". Without it everything is kept in an embedded one.");
        }
        return address;
    }

    /**
     * Opens what is embedded; PostgreSQL is there when {@link #awaitOpen()} has returned.
     *
     * @throws Refusal if another process has it or it cannot be read
     */
    void open(DataFolder data) {
        try {
            documents = mongoDb.isPresent() ? null : EmbeddedMongo.at(data.store());
            mongoDbAddress = mongoDb.orElseGet(() -> documents.uri());
            postgresAddress = postgres.orElseGet(() -> startPostgres(data));
        } catch (IllegalStateException e) {
            throw Refusal.because(e.getMessage(), e);
        }
    }

    /** Connection string of the MongoDB. */
    String mongoDb() {
        return mongoDbAddress;
    }

    /** Address of the PostgreSQL. */
    String postgres() {
        return postgresAddress;
    }

    /** @throws Refusal if PostgreSQL does not start */
    void awaitOpen() {
        try {
            if (partners != null) {
                partners.join();
            }
        } catch (CompletionException e) {
            throw Refusal.because(e.getCause().getMessage(), e);
        }
    }

    /** Closes what is embedded. */
    @Override
    public void close() {
        if (partners != null) {
            partners.handle((open, failure) -> Optional.ofNullable(open)).join().ifPresent(EmbeddedPostgres::close);
        }
        if (documents != null) {
            documents.close();
        }
    }

    private String startPostgres(DataFolder data) {
        PostgresFolder folder = PostgresFolder.taken(data.postgres());
        int port = FreePorts.one();
        partners = CompletableFuture.supplyAsync(() -> EmbeddedPostgres.at(folder, port));
        return EmbeddedPostgres.url(folder.user(), port);
    }
}

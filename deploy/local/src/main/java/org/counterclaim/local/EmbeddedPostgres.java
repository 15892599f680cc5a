package org.counterclaim.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.io.FileUtils;

/**
 * A real PostgreSQL with nothing installed: a library brings its binaries, which run as a process of their own on a free port of
 * 127.0.0.1. Made for one machine: tests and trying out.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The first start makes the files, which takes long on a machine that is busy. */
    private static final Duration START = Duration.ofSeconds(60);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final String user;
    private final AutoCloseable folder;

    private EmbeddedPostgres(
            io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, String user, AutoCloseable folder) {
        this.server = server;
        this.user = user;
        this.folder = folder;
    }

    /**
     * One that is gone with all it has when it is closed, or when this process ends in order. It asks for no password.
     *
     * @throws IllegalStateException if it does not start
     */
    public static EmbeddedPostgres temporary() {
        try {
            Path folder = Files.createTempDirectory("postgres");
            EmbeddedPostgres postgres = new EmbeddedPostgres(
                    builder(folder.resolve("data"), folder.resolve("log")).start(),
                    "postgres",
                    () -> FileUtils.deleteDirectory(folder.toFile()));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            return postgres;
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    /**
     * One whose data stay in a folder, which is made if it is not there. What it has acknowledged is on the disk. If its last owner
     * was killed and left it running, that one is ended first.
     *
     * @throws IllegalStateException if another process has the folder or it does not start; the folder has a log
     */
    public static EmbeddedPostgres at(Path path) {
        PostgresFolder folder = PostgresFolder.taken(path);
        return at(folder, FreePorts.one());
    }

    /** The same, for whoever has the folder and has to know the address before it is there. */
    static EmbeddedPostgres at(PostgresFolder folder, int port) {
        try {
            Builder builder = builder(folder.data(), folder.log())
                    .setPort(port)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    // options of initdb, whatever the method is called
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("pwfile", folder.passwordFile().toString())
                    .setConnectConfig("password", folder.password());
            EmbeddedPostgres postgres = new EmbeddedPostgres(builder.start(), folder.user(), folder);
            folder.markWhole();
            return postgres;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw new IllegalStateException("PostgreSQL does not start; its log is " + folder.log(), e);
        }
    }

    private static Builder builder(Path data, Path log) {
        return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setServerConfig("listen_addresses", "127.0.0.1")
                // no socket in a folder that all share
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("shared_buffers", "32MB")
                // the same order of text on every machine
                .setLocaleConfig("locale", "C")
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()));
    }

    /** Where it is, with the user: {@code postgresql://user@127.0.0.1:port/database}. */
    public String url() {
        return url(user, port());
    }

    static String url(String user, int port) {
        return "postgresql://" + user + "@127.0.0.1:" + port + "/postgres";
    }

    /** The port, which was free. */
    public int port() {
        return server.getPort();
    }

    /** Ends it, and whatever is asked of it meanwhile. */
    @Override
    public void close() {
        try {
            server.close();
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

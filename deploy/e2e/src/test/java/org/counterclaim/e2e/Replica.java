package org.counterclaim.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.counterclaim.local.EmbeddedMongo;
import org.counterclaim.local.FreePorts;
import org.counterclaim.local.IssuerServer;

/** One of several processes of a service on one store, which can be stopped or killed and started again in its place. */
final class Replica implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("root.dir"));
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /** A machine on which so many processes start at once is slow, which is not what is tried here. */
    private static final Map<String, String> PATIENT = Map.of(
            "COUNTERCLAIM_STORE_SELECT_SERVER",
            "8s",
            "COUNTERCLAIM_STORE_CONNECT",
            "8s",
            "COUNTERCLAIM_STORE_READ",
            "8s",
            "COUNTERCLAIM_STORE_WAIT_FOR_CONNECTION",
            "8s");

    private final int port = FreePorts.one();
    private final int managementPort = FreePorts.one();
    private final ProcessBuilder command;
    private Process process;

    /**
     * @param module name of the service
     * @param environment what it gets besides its ports
     * @param log what it says is added to this file
     */
    Replica(String module, Map<String, String> environment, Path log) {
        // classes are not verified, an eighth of a start: the running system, which is of the same ones, has done it
        command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-BytecodeVerificationRemote",
                        "-jar",
                        ROOT.resolve(module + "/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        command.environment().putAll(PATIENT);
        command.environment().putAll(environment);
        command.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        "" + port,
                        "QUARKUS_MANAGEMENT_HOST",
                        "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT",
                        "" + managementPort));
    }

    /** One of article-service, which needs no other service. */
    static Replica ofArticles(EmbeddedMongo store, IssuerServer issuer, Path log) {
        Map<String, String> environment = Map.of(
                "MONGODB_URI",
                store.uri(),
                "OIDC_JWKS",
                issuer.keys().toString(),
                "COUNTERCLAIM_CURSOR_KEY",
                "the same for all");
        return new Replica("article-service", environment, log);
    }

    /** Starts it, and waits until it is ready. */
    void start() {
        launch();
        awaitReady();
    }

    /** Waits until it is ready. */
    void awaitReady() {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> isReady().orElse(false));
    }

    /** Starts it. */
    void launch() {
        try {
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM, as whoever runs it stops it. */
    void askToStop() {
        process.destroy();
    }

    /** Whether it ends by itself in this time. */
    boolean ends(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGKILL: it has no time to put anything in order. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    int port() {
        return port;
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Whether it says that it is ready; empty if it does not say. */
    Optional<Boolean> isReady() throws InterruptedException {
        URI ready = URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
        try {
            return Optional.of(
                    HTTP.send(HttpRequest.newBuilder(ready).timeout(ANSWER).build(), BodyHandlers.discarding())
                                    .statusCode()
                            == 200);
        } catch (ConnectException nobodyThere) {
            return Optional.of(false);
        } catch (IOException slow) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}

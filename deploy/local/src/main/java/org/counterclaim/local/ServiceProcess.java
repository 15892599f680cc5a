package org.counterclaim.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service as a process of its own. */
final class ServiceProcess {

    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int SHOWN_LINES = 15;

    /**
     * Unless somebody wants it otherwise it ends at once, because there is no other process to which callers could be led first,
     * logs lines that a person can read, and waits longer for the others, which have one small machine in common with it.
     */
    private static final Map<String, String> HERE = Map.ofEntries(
            Map.entry("QUARKUS_SHUTDOWN_DELAY", "0s"),
            Map.entry("QUARKUS_SHUTDOWN_TIMEOUT", "5s"),
            Map.entry("LOG_JSON", "false"),
            Map.entry("COUNTERCLAIM_ARTICLE_SERVICE_BUDGET", "3s"),
            Map.entry("COUNTERCLAIM_CLAIM_SERVICE_BUDGET", "2s"),
            Map.entry("QUARKUS_REST_CLIENT_ARTICLES_READ_TIMEOUT", "8000"),
            Map.entry("COUNTERCLAIM_STORE_SELECT_SERVER", "8s"),
            Map.entry("COUNTERCLAIM_STORE_CONNECT", "8s"),
            Map.entry("COUNTERCLAIM_STORE_READ", "8s"),
            Map.entry("COUNTERCLAIM_STORE_WAIT_FOR_CONNECTION", "8s"));

    private final Service service;
    private final Process process;
    private final Path log;

    private ServiceProcess(Service service, Process process, Path log) {
        this.service = service;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param root folder of the project
     * @param environment what it gets besides the launcher's own environment
     */
    static ServiceProcess start(Service service, Path root, Map<String, String> environment, DataFolder data) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + root.resolve("deploy/local/jvm.options"),
                        "-Xmx192m",
                        "-jar",
                        service.jar(root).toString())
                .directory(data.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.log(service).toFile());
        HERE.forEach(builder.environment()::putIfAbsent);
        builder.environment().putAll(environment);
        try {
            return new ServiceProcess(service, builder.start(), data.log(service));
        } catch (IOException e) {
            throw Refusal.because("The " + service.module() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** @throws Refusal with the end of its log if it has ended */
    void requireAlive() {
        if (!process.isAlive()) {
            throw Refusal.because("The " + service.module() + " has ended with exit code " + process.exitValue()
                    + "; the end of its log " + log + ":\n" + lastLines());
        }
    }

    /** Whether it says at this address that it is ready. */
    boolean isReady(HttpClient http, URI address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(ANSWER).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The end of its log. */
    String lastLines() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Lets somebody know when it has ended. */
    void onExit(Runnable action) {
        process.onExit().thenRun(action);
    }

    /** Asks it to end what it does and stop. */
    void askToStop() {
        process.destroy();
    }

    /** Waits for its end at most until then, and ends it then. */
    void awaitEnd(long deadlineNanos) throws InterruptedException {
        if (!process.waitFor(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            kill();
        }
    }

    /** Ends it without asking (SIGKILL). */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}

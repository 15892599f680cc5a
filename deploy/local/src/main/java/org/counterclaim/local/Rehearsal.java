package org.counterclaim.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs one packaged service through its start and through what it is asked most, and stops it in order. A JVM that is told to
 * ({@code -XX:AOTCacheOutput}) keeps then what it has loaded and linked, so that a later start from the same folder is short. It
 * needs nothing that runs elsewhere: the store is embedded, and what the service calls is not there.
 */
public final class Rehearsal {

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration END = Duration.ofMinutes(5);

    /** The quick compiler takes a method on after some hundred calls, and what it has learnt is kept as well. */
    private static final int ROUNDS = 200;

    private final Service service;
    private final Ports ports;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private Rehearsal(Service service, Ports ports) {
        this.service = service;
        this.ports = ports;
    }

    /**
     * Rehearses the service that is packaged in the current folder.
     *
     * @param arguments name of the service, then what its JVM is given
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Service service = Arrays.stream(Service.values())
                .filter(each -> arguments.length > 0 && each.module().equals(arguments[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Name a service first, then what its JVM is given"));
        Path folder = Files.createTempDirectory("rehearsal");
        try (EmbeddedMongo store = EmbeddedMongo.inMemory();
                IssuerServer issuer = IssuerServer.open(LocalIssuer.in(folder), 0, Duration.ofMinutes(5))) {
            Rehearsal rehearsal = new Rehearsal(service, Ports.free());
            rehearsal.run(
                    List.of(arguments).subList(1, arguments.length),
                    Map.of(
                            "MONGODB_URI",
                            store.uri(),
                            "OIDC_JWKS",
                            issuer.keys().toString()));
        }
        System.exit(0);
    }

    private void run(List<String> options, Map<String, String> environment) throws IOException, InterruptedException {
        Process process = start(options, environment);
        try {
            awaitReady(process);
            for (int round = 0; round < ROUNDS; round++) {
                for (String path : asked(service)) {
                    send(ports.address(service).resolve(path));
                }
            }
            process.destroy();
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("It does not end");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(List<String> options, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", "" + ports.of(service));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", "" + ports.managementOf(service));
        return builder.start();
    }

    private void awaitReady(Process process) {
        Deadline deadline = Deadline.in(START);
        while (!isReady()) {
            if (!process.isAlive() || deadline.isOver()) {
                throw new IllegalStateException("The " + service.module() + " does not get ready");
            }
            Pause.of(POLL);
        }
    }

    private boolean isReady() {
        try {
            return send(ports.readiness(service)) == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int send(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** What readers ask most. What of it the embedded store has none of, or needs a service that is not there, is a problem. */
    static List<String> asked(Service service) {
        return switch (service) {
            case ARTICLE -> List.of("/v1/articles", "/v1/articles/none");
            case CLAIM -> List.of("/v1/claims", "/v1/claims/none", "/v1/parties", "/v1/claims/by-article/none");
            case GATEWAY -> List.of("/v1/stories", "/v1/stories/none", "/v1/articles");
        };
    }
}

package org.counterclaim.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.counterclaim.local.Service;

/**
 * Every service behind a balancer, on the stores of the running system. Of the two replicas of each one serves, and the other one
 * is there to take its place.
 */
final class Fleet implements AutoCloseable {

    /** What Kubernetes gives a process that is to end. */
    static final Duration GRACE = Duration.ofSeconds(30);

    private final Path logs;
    private final Map<Service, Balancer> balancers = new EnumMap<>(Service.class);
    private final Map<Service, List<Replica>> replicas = new EnumMap<>(Service.class);

    /**
     * Starts it and waits until it is ready.
     *
     * @param settings what all replicas get besides
     */
    Fleet(RunningSystem system, Path logs, Map<String, String> settings) {
        this.logs = logs;
        for (Service service : Service.values()) {
            // each service comes after those that it asks
            Map<String, String> environment = new HashMap<>(system.system().environment(service));
            environment.putAll(settings);
            environment.putAll(addresses());
            replicas.put(
                    service,
                    new ArrayList<>(Stream.of("1", "2")
                            .map(name -> new Replica(service.module(), environment, log(service, name)))
                            .toList()));
            balancers.put(service, new Balancer(replicas.get(service)));
        }
        for (Service service : Service.values()) {
            serving(service).launch();
        }
        for (Service service : Service.values()) {
            balancers.get(service).awaitReady(serving(service));
        }
    }

    /** Where clients come in. */
    int port() {
        return balancers.get(Service.GATEWAY).port();
    }

    /** Starts the other replica, and stops the one that has served when that is ready: so Kubernetes rolls out a deployment. */
    void replace(Service service) throws InterruptedException {
        Replica old = serving(service);
        Collections.swap(replicas.get(service), 0, 1);
        serving(service).launch();
        balancers.get(service).awaitReady(serving(service));
        old.askToStop();
        assertTrue(old.ends(GRACE), () -> "A " + service + " does not end");
    }

    /** Kills the replica that serves (SIGKILL), starts it again and waits until it is ready. */
    void kill(Service service) throws InterruptedException {
        serving(service).kill();
        balancers.get(service).awaitGone(serving(service));
        serving(service).launch();
        balancers.get(service).awaitReady(serving(service));
    }

    /** What a reader of the logs would stumble on. */
    List<String> errors() throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.flatMap(Fleet::lines)
                    .filter(line -> line.contains(" ERROR "))
                    .toList();
        }
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> addresses() {
        Map<String, String> addresses = new HashMap<>();
        balancers.forEach((service, balancer) -> addresses.put(service.name() + "_SERVICE_URL", balancer.address()));
        return addresses;
    }

    /** The replica that serves now. */
    Replica serving(Service service) {
        return replicas.get(service).get(0);
    }

    private Path log(Service service, String name) {
        return logs.resolve(service.module() + "-" + name + ".log");
    }

    @Override
    public void close() throws Exception {
        for (List<Replica> pair : replicas.values()) {
            for (Replica replica : pair) {
                replica.close();
            }
        }
        for (Balancer balancer : balancers.values()) {
            balancer.close();
        }
    }
}

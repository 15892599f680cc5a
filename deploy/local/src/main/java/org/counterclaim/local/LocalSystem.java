package org.counterclaim.local;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The whole system on one machine: stores, an issuer of tokens and the three services, each as a process of its own. */
public final class LocalSystem implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration SERVICE_TOKEN_LIFE = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Path root;
    private final DataFolder data;
    private final Ports ports;
    private final Stores stores;
    private final LocalIssuer issuer;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);
    private final Map<String, String> settings = new HashMap<>();
    private IssuerServer issuerServer;
    private volatile boolean stopping;

    /**
     * A system that does not run yet.
     *
     * @param root folder of the project, where the built services are
     * @param stores what the services are to keep things in; they are closed with this
     */
    public LocalSystem(Path root, DataFolder data, Ports ports, Stores stores) {
        this.root = root;
        this.data = data;
        this.ports = ports;
        this.stores = stores;
        this.issuer = data.issuer();
    }

    /** Gives every service this setting too, from its next start on. */
    public LocalSystem with(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /**
     * Starts everything and waits until it is ready.
     *
     * @throws Refusal if a port is taken, a service is not built or does not come up; then nothing is left running
     */
    public void start() {
        Orphans.end(data.running());
        ports.requireFree();
        requireBuilt();
        try {
            stores.open(data);
            issuerServer = IssuerServer.open(issuer, ports.ofIssuer(), SERVICE_TOKEN_LIFE);
            for (Service service : Service.values()) {
                launch(service);
            }
            awaitReady();
            stores.awaitOpen();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts one service again that has ended, and waits until it is ready. */
    public void restart(Service service) {
        launch(service);
        awaitReady();
    }

    /** Ends one service without asking (SIGKILL). */
    public void kill(Service service) throws InterruptedException {
        processes.get(service).kill();
    }

    /** Where the services listen. */
    public Ports ports() {
        return ports;
    }

    /** The newsroom at the gateway's address. */
    public Newsroom newsroom() {
        return new Newsroom(ports.address(Service.GATEWAY), issuer);
    }

    /** Lets somebody know of a service that ends while it should run. */
    void onLoss(Consumer<Service> tell) {
        processes.forEach((service, process) -> process.onExit(() -> {
            if (!isStopping()) {
                tell.accept(service);
            }
        }));
    }

    /** Stops the services, then what they need. */
    @Override
    public synchronized void close() {
        if (stopping) {
            return;
        }
        stopping = true;
        try {
            stopServices();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (issuerServer != null) {
                issuerServer.close();
            }
            stores.close();
        }
    }

    /** Whether its end has begun. */
    boolean isStopping() {
        return stopping;
    }

    private void stopServices() throws InterruptedException {
        processes.values().forEach(ServiceProcess::askToStop);
        long deadline = System.nanoTime() + STOP.toNanos();
        for (ServiceProcess process : processes.values()) {
            process.awaitEnd(deadline);
        }
        Orphans.end(data.running());
    }

    private void requireBuilt() {
        for (Service service : Service.values()) {
            if (Files.notExists(service.jar(root))) {
                throw Refusal.because(
                        "The " + service.module() + " is not built: start with deploy/run, which builds it.");
            }
        }
    }

    /** Never after the end has begun: nobody would stop it. */
    private synchronized void launch(Service service) {
        if (stopping) {
            throw Refusal.because("It was stopped while it was starting.");
        }
        processes.put(service, ServiceProcess.start(service, root, environment(service), data));
        Orphans.remember(
                data.running(),
                processes.values().stream().map(ServiceProcess::handle).toList());
    }

    /** What a process of this service gets; one more beside it needs ports of its own. */
    public Map<String, String> environment(Service service) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", "" + ports.of(service));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", "" + ports.managementOf(service));
        environment.put("MONGODB_URI", stores.mongoDb());
        environment.put("OIDC_ISSUER", LocalIssuer.ISSUER);
        environment.put("OIDC_JWKS", issuerServer.keys().toString());
        environment.put("OIDC_TOKEN_URL", issuerServer.token().toString());
        environment.put("SERVICE_CLIENT_ID", service.module());
        environment.put("SERVICE_CLIENT_SECRET", issuer.clientSecret());
        environment.put("ARTICLE_SERVICE_URL", ports.address(Service.ARTICLE).toString());
        environment.put("CLAIM_SERVICE_URL", ports.address(Service.CLAIM).toString());
        environment.put("GATEWAY_JWKS", ports.address(Service.GATEWAY) + "/.well-known/jwks.json");
        environment.put("COUNTERCLAIM_CURSOR_KEY", data.cursorKey());
        environment.putAll(service == Service.GATEWAY ? partners() : Map.of());
        return environment;
    }

    private Map<String, String> partners() {
        return Map.of(
                "DATABASE_URL", stores.postgres(),
                "COUNTERCLAIM_KEY_PEPPER", data.keyPepper(),
                "COUNTERCLAIM_SIGNING_KEYS", data.signingKeys().toString());
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        for (Service service : Service.values()) {
            while (!processes.get(service).isReady(http, ports.readiness(service))) {
                processes.values().forEach(ServiceProcess::requireAlive);
                if (System.nanoTime() > deadline) {
                    throw Refusal.because("The " + service.module() + " was not ready within " + START.toSeconds()
                            + " s; the end of its log " + data.log(service) + ":\n"
                            + processes.get(service).lastLines());
                }
                Pause.of(POLL);
            }
        }
    }
}

package org.counterclaim.e2e;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.counterclaim.local.DataFolder;
import org.counterclaim.local.LocalIssuer;
import org.counterclaim.local.LocalSystem;
import org.counterclaim.local.Ports;
import org.counterclaim.local.Service;
import org.counterclaim.local.Stores;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The whole system, over the packaged services. It is started once, for all the tests that only talk to it. */
public final class RunningSystem implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("root.dir"));

    private final Path folder;
    private final DataFolder data;
    private final Collector collector = new Collector();
    private final LocalSystem system;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private RunningSystem() throws IOException {
        folder = Files.createTempDirectory("system");
        data = DataFolder.open(folder);
        system = new LocalSystem(ROOT, data, Ports.free(), Stores.embedded())
                .with("LOG_JSON", "true")
                .with("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint())
                .with("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms")
                // which says something in each request that fails
                .with("QUARKUS_LOG_CATEGORY__ORG_JBOSS_RESTEASY_REACTIVE_COMMON_CORE__LEVEL", "DEBUG");
        system.start();
        try {
            awaitPartners();
        } catch (ConditionTimeoutException e) {
            // nobody else knows of it yet
            close();
            throw e;
        }
    }

    /** Their tables are made in the background. */
    private void awaitPartners() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("admin").get("/v1/partners").then().statusCode(200));
    }

    /** Gives the one system to a test that asks for it. */
    public static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == RunningSystem.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(RunningSystem.class, type -> start(), RunningSystem.class);
        }

        private static RunningSystem start() {
            try {
                return new RunningSystem();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    LocalSystem system() {
        return system;
    }

    DataFolder data() {
        return data;
    }

    /** Where the services' spans go. */
    Collector collector() {
        return collector;
    }

    LocalIssuer issuer() {
        return data.issuer();
    }

    /** A reader at the gateway. */
    RequestSpecification anyone() {
        return given().baseUri(system.ports().address(Service.GATEWAY).toString())
                .urlEncodingEnabled(false);
    }

    RequestSpecification withToken(String token) {
        return anyone().header("Authorization", "Bearer " + token);
    }

    RequestSpecification as(String role) {
        return withToken(tokens.computeIfAbsent(
                role, each -> issuer().token("one " + each, Set.of(each), Duration.ofHours(12))));
    }

    RequestSpecification withKey(String key) {
        return anyone().header("X-API-Key", key);
    }

    /** Issues a key to a new partner. */
    ValidatableResponse issue(String plan, String... scopes) {
        String partner = as("admin")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Outlet %s\", \"plan\": \"%s\"}".formatted(UUID.randomUUID(), plan))
                .post("/v1/partners")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return as("admin")
                .contentType(ContentType.JSON)
                .body("{\"partnerId\": \"%s\", \"name\": \"test\", \"scopes\": [\"%s\"]}"
                        .formatted(partner, String.join("\", \"", scopes)))
                .post("/v1/api-keys")
                .then()
                .statusCode(201);
    }

    /** The key of a new partner. */
    String key(String plan, String... scopes) {
        return issue(plan, scopes).extract().path("key");
    }

    /** A draft of a reporter's. */
    String draft(String headline) {
        return Drafts.make(as("reporter"), headline);
    }

    @Override
    public void close() throws IOException {
        system.close();
        collector.close();
        data.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}

package org.counterclaim.e2e;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.local.Ports;
import org.junit.jupiter.api.Test;

/** What a cluster asks the services for is asked for here, of those that run. */
@OnRunningSystem
class OperationsIT {

    private static final Path RENDERED = Path.of(System.getProperty("root.dir"), "deploy/k8s/rendered/prod.yaml");

    @Test
    void probesAreAnswered(RunningSystem running) throws IOException {
        Ports ports = running.system().ports();
        long asked = 0;
        for (String document : Files.readString(RENDERED).split("(?m)^---$")) {
            if (document.contains("\nkind: Deployment\n")) {
                asked += probes(Serialization.unmarshal(document, Deployment.class), ports);
            }
        }
        assertEquals(9, asked);
    }

    /** Each metric that an alert or a dashboard asks for is one that some service has. */
    @Test
    void whatIsAskedForIsExposed(RunningSystem running) throws IOException {
        running.anyone().get("/v1/stories/none");
        running.as("editor").get("/v1/articles");
        Set<String> exposed = new TreeSet<>();
        for (String service : List.of("GATEWAY", "ARTICLE", "CLAIM")) {
            exposed.addAll(exposed(address(running.system().ports(), service)));
        }
        Set<String> missing = Queries.metrics();
        assertTrue(missing.size() > 10, () -> "" + missing);
        missing.removeAll(exposed);
        assertEquals(Set.of(), missing);
    }

    private static Set<String> exposed(String address) {
        return given().get(address + "/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toSet());
    }

    private static String address(Ports ports, String service) {
        return "http://127.0.0.1:" + ports.byVariable().get(service + "_MANAGEMENT_PORT");
    }

    private static long probes(Deployment deployment, Ports ports) {
        String variable =
                deployment.getMetadata().getName().replace("-service", "").toUpperCase(Locale.ROOT)
                        + "_MANAGEMENT_PORT";
        String address = "http://127.0.0.1:" + ports.byVariable().get(variable);
        var container =
                deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .map(probe -> probe.getHttpGet())
                .map(HTTPGetAction::getPath)
                .peek(path -> given().get(address + path).then().statusCode(200))
                .count();
    }
}

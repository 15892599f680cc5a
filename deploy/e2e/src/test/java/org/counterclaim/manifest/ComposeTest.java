package org.counterclaim.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** {@code deploy/compose.yaml} and what it mounts, without an engine. */
class ComposeTest {

    private static final Path DEPLOY = Path.of(System.getProperty("root.dir"), "deploy");
    private static final Path FILE = DEPLOY.resolve("compose.yaml");
    private static final Set<String> OURS = Set.of("article-service", "claim-service", "gateway");

    private final JsonNode compose = read(FILE);
    private final Map<String, JsonNode> services = services();

    /** With YAML's merge keys carried out, which Jackson leaves alone. */
    private static JsonNode read(Path file) {
        try {
            Object tree = new Yaml().load(Files.readString(file));
            return new YAMLMapper().valueToTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, JsonNode> services() {
        Map<String, JsonNode> all = new HashMap<>();
        compose.get("services").properties().forEach(each -> all.put(each.getKey(), each.getValue()));
        return all;
    }

    @Test
    void anEngineTakesIt() throws IOException, InterruptedException {
        assumeTrue(runs("docker", "compose", "version"), "docker compose is not here");
        assertTrue(runs("docker", "compose", "-f", FILE.toString(), "config", "--quiet"));
    }

    @Test
    void imagesArePinned() {
        services.forEach((name, service) ->
                assertTrue(service.path("image").asText().matches(".+:v?\\d+\\.\\d+(\\.\\d+)*"), name));
    }

    @Test
    void baseImagesArePinned() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("docker/Dockerfile"));
        Set<String> stages = new HashSet<>();
        for (String line : lines) {
            if (line.startsWith("FROM ")) {
                String[] words = line.split(" ");
                String image = words[1].replace("${JAVA}", argument(lines, "JAVA"));
                assertTrue(stages.contains(image) || image.matches(".+:\\d+\\.\\d+\\.\\d+[\\w.-]*"), image);
                stages.add(words[3]);
            }
        }
        assertEquals(Set.of("build", "runtime", "tools", "service"), stages);
    }

    private static String argument(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith("ARG " + name + "="))
                .map(line -> line.replaceFirst(".*?=", ""))
                .findFirst()
                .orElseThrow();
    }

    /** A shell in between would take the signal, and the JVM would be killed when the time is up. */
    @Test
    void theJvmIsTheFirstProcessAndNobodysUser() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("docker/Dockerfile"));
        assertEquals(
                "ENTRYPOINT [\"java\", \"@jvm.options\", \"-XX:AOTCache=app.aot\", \"-jar\", \"quarkus-run.jar\"]",
                lines.get(lines.size() - 1));
        List<String> users =
                lines.stream().filter(line -> line.startsWith("USER ")).toList();
        assertEquals(List.of("USER 10001:10001", "USER 10001:10001"), users);
    }

    @Test
    void whatIsBuiltIsThere() {
        services.forEach((name, service) -> {
            if (service.has("build")) {
                Path context = DEPLOY.resolve(service.at("/build/context").asText());
                assertTrue(
                        Files.exists(
                                context.resolve(service.at("/build/dockerfile").asText())),
                        name);
                String module = service.at("/build/args/MODULE").asText("");
                assertEquals(OURS.contains(name) ? name : "", module);
            }
        });
        assertTrue(services.keySet().containsAll(OURS));
    }

    @Test
    void whatIsSetIsRead() {
        OURS.forEach(name -> assertEquals(
                Set.of(),
                minus(
                        keys(services.get(name).get("environment")),
                        variable -> ServiceConfig.of(name).reads(variable))));
    }

    @Test
    void whatPointsHereByItselfIsSet() {
        OURS.forEach(name -> {
            Set<String> set = keys(services.get(name).get("environment"));
            ServiceConfig.of(name)
                    .variables()
                    .forEach((variable, usual) -> assertTrue(
                            set.contains(variable) || !usual.contains("127.0.0.1"), () -> name + " " + variable));
        });
    }

    @Test
    void whoIsWaitedForIsThereAndCanSaySo() {
        services.forEach((name, service) -> service.path("depends_on")
                .properties()
                .forEach(each -> {
                    assertTrue(services.containsKey(each.getKey()), () -> name + " waits for " + each.getKey());
                    if (each.getValue().path("condition").asText().equals("service_healthy")) {
                        assertTrue(services.get(each.getKey()).has("healthcheck"), each.getKey());
                    }
                }));
    }

    @Test
    void addressesAreOfServices() {
        Pattern host = Pattern.compile("(?:http|mongodb|postgresql)://(?:[^@/\\s]*@)?([a-z][a-z-]*):\\d+");
        services.forEach((name, service) -> host.matcher(service.toString())
                .results()
                .map(found -> found.group(1))
                .filter(each -> !each.equals("localhost"))
                .forEach(each -> assertTrue(services.containsKey(each), () -> name + " " + each)));
    }

    @Test
    void whatIsMountedIsThere() {
        Set<String> volumes = keys(compose.get("volumes"));
        Set<String> used = new TreeSet<>();
        services.forEach((name, service) -> elements(service.path("volumes")).forEach(each -> {
            String source = each.asText().replaceAll(":.*", "");
            if (source.startsWith(".")) {
                assertTrue(Files.exists(DEPLOY.resolve(source)), source);
                assertTrue(each.asText().endsWith(":ro"), source);
            } else {
                used.add(source);
            }
        }));
        assertEquals(volumes, used);
    }

    @Test
    void networksAreThere() {
        Set<String> networks = keys(compose.get("networks"));
        services.forEach((name, service) ->
                elements(service.path("networks")).forEach(each -> assertTrue(networks.contains(each.asText()), name)));
    }

    /** Only this machine comes in, and to the stores not even that. */
    @Test
    void portsAreThisMachinesAlone() {
        services.forEach((name, service) -> elements(service.path("ports"))
                .forEach(each -> assertTrue(each.asText().matches("127\\.0\\.0\\.1:\\d+:\\d+"), name)));
        Stream.of("mongodb", "postgres").forEach(store -> {
            assertFalse(services.get(store).has("ports"));
            assertEquals("[\"stores\"]", services.get(store).get("networks").toString());
        });
        assertTrue(compose.at("/networks/stores/internal").asBoolean());
    }

    @Test
    void servicesAreAskedWhereTheyListen() {
        OURS.forEach(name -> assertTrue(
                services.get(name)
                        .at("/healthcheck/test/3")
                        .asText()
                        .contains("/127.0.0.1/" + ServiceConfig.of(name).value("quarkus.management.port") + " "),
                name));
    }

    @Test
    void prometheusAsksTheServicesByName() {
        Map<String, String> asked = new HashMap<>();
        elements(read(DEPLOY.resolve("prometheus/prometheus.yaml")).get("scrape_configs"))
                .forEach(job -> {
                    assertEquals("/q/metrics", job.path("metrics_path").asText());
                    asked.put(
                            job.path("job_name").asText(),
                            job.at("/static_configs/0/targets/0").asText());
                });
        Map<String, String> wanted = new HashMap<>();
        OURS.forEach(
                name -> wanted.put(name, name + ":" + ServiceConfig.of(name).value("quarkus.management.port")));
        assertEquals(wanted, asked);
    }

    /** So that what is seen here is what is seen there. */
    @Test
    void theStoresAreThoseOfTheDevOverlay() {
        Stream.of("mongodb", "postgres")
                .forEach(store -> assertTrue(
                        Manifests.committed("dev").workloads().stream()
                                .anyMatch(each -> each.main()
                                        .getImage()
                                        .equals(services.get(store).get("image").asText())),
                        store));
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new TreeSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> minus(Set<String> all, Predicate<String> known) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeIf(known);
        return rest;
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}

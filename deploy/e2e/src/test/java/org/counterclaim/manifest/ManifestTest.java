package org.counterclaim.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.local.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The manifests of Kubernetes, without a cluster: each object is one that a server would take, and each rule holds for all of
 * them, and would find the mistake that it is there for.
 */
class ManifestTest {

    private static final List<String> OVERLAYS = List.of("dev", "prod");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void whatWasCommittedIsWhatTheOverlayMakes(String overlay) throws Exception {
        String made = kustomized(overlay);
        assertEquals(
                new HashSet<>(StrictReader.documents(made)),
                new HashSet<>(StrictReader.documents(Manifests.rendered(overlay))),
                "deploy/k8s/render writes it anew");
    }

    @ParameterizedTest
    @MethodSource("rulesOfEachOverlay")
    void eachRuleHolds(Rule rule, String overlay) {
        assertEquals(List.of(), rule.broken(Manifests.committed(overlay)));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void eachRuleFindsTheMistakeThatItIsFor(Mutation mutation) {
        Rule rule = Rule.all().stream()
                .filter(each -> each.name().equals(mutation.rule()))
                .findFirst()
                .orElseThrow();
        assertFalse(rule.broken(mutation.made()).isEmpty());
    }

    @Test
    void noRuleIsWithoutAMistake() {
        List<String> rules = Rule.all().stream().map(Rule::name).toList();
        assertTrue(rules.size() >= 40, () -> "" + rules.size());
        assertEquals(
                new TreeSet<>(rules),
                new TreeSet<>(Mutations.all().stream().map(Mutation::rule).toList()));
    }

    /** Misspelt, misplaced, or of the wrong type: a server would drop or refuse it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deployment /spec replica 1",
                "Deployment /spec/template/spec readOnlyRootFilesystem true",
                "Deployment /spec/template/spec/containers/0/livenessProbe timeout 1",
                "NetworkPolicy /spec ingres 1",
                "ServiceMonitor /spec/endpoints/0 intervall 1",
                "HTTPRoute /spec hostname 1",
                "PrometheusRule /spec group 1",
                "HorizontalPodAutoscaler /spec maxReplicas many"
            })
    void noFieldIsLetIn(String mistake) {
        String[] words = mistake.split(" ");
        JsonNode document = StrictReader.documents(Manifests.rendered("prod")).stream()
                .filter(each -> each.path("kind").asText().equals(words[0]))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) document.at(words[1])).put(words[2], words[3]);
        assertThrows(IllegalArgumentException.class, () -> StrictReader.object(document));
    }

    /** {@code deploy/secrets} makes what dev asks for; whose file has no key in it has itself as one. */
    @Test
    void whatDevAsksForIsMade(@TempDir Path folder) throws IOException {
        Secrets.write(folder);
        Set<String> made = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".properties")) {
                    Files.readAllLines(file)
                            .forEach(line -> made.add(name.replace(".properties", "/") + line.replaceAll("=.*", "")));
                } else {
                    made.add((name.equals("keyfile") ? "mongodb-keyfile/" : "signing-keys/") + name);
                }
            }
        }
        assertEquals(
                Set.of(),
                Manifests.committed("dev").workloads().stream()
                        .flatMap(ConfigRules::secretsOf)
                        .filter(each -> !made.contains(each))
                        .collect(Collectors.toSet()));
    }

    static Stream<Arguments> rulesOfEachOverlay() {
        return OVERLAYS.stream().flatMap(overlay -> Rule.all().stream().map(rule -> Arguments.of(rule, overlay)));
    }

    static List<Mutation> mutations() {
        return Mutations.all();
    }

    private static String kustomized(String overlay) throws InterruptedException {
        try {
            Process kubectl = new ProcessBuilder(
                            "kubectl", "kustomize", Manifests.overlay(overlay).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String made = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, kubectl.waitFor());
            return made;
        } catch (IOException absent) {
            return abort("There is no kubectl here: the committed renders are taken as they are");
        }
    }
}

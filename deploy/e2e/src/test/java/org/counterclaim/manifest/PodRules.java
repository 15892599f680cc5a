package org.counterclaim.manifest;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.manifest.Manifests.Placed;

/** What every pod has. Each rule gives what breaks it. */
final class PodRules {

    private static final Pattern PINNED =
            Pattern.compile(".+[^:/]:v?\\d+\\.\\d+(\\.\\d+)*[\\w.-]*|.+@sha256:[0-9a-f]{64}");
    private static final Set<String> BOUNDED = Set.of("cpu", "memory", "ephemeral-storage");

    private PodRules() {}

    static Stream<?> imagesArePinned(Manifests all) {
        return all.containers().stream()
                .filter(each -> !PINNED.matcher(each.container().getImage()).matches());
    }

    static Stream<?> imagesAreNotPulledAgain(Manifests all) {
        return all.containers().stream()
                .filter(each -> !"IfNotPresent".equals(each.container().getImagePullPolicy()));
    }

    static Stream<?> ourImagesAreOfThisVersion(Manifests all) {
        String version = version();
        return all.containers().stream()
                .filter(each -> each.container().getImage().contains("counterclaim/"))
                .filter(each -> !each.container().getImage().endsWith(":" + version));
    }

    private static String version() {
        try {
            Matcher version = Pattern.compile("<artifactId>counterclaim</artifactId>\\s*<version>([^<]+)<")
                    .matcher(Files.readString(Path.of(System.getProperty("root.dir"), "pom.xml")));
            if (!version.find()) {
                throw new IllegalStateException("The build has no version");
            }
            return version.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<?> whatIsNeededIsRequested(Manifests all) {
        return all.containers().stream().filter(each -> !requests(each).keySet().containsAll(BOUNDED));
    }

    static Stream<?> whatIsTakenIsLimited(Manifests all) {
        return all.containers().stream().filter(each -> !limits(each).keySet().containsAll(BOUNDED));
    }

    static Stream<?> noRequestIsAboveItsLimit(Manifests all) {
        return all.containers().stream()
                .filter(each -> requests(each).entrySet().stream()
                        .anyMatch(request -> limits(each).containsKey(request.getKey())
                                && amount(request.getValue())
                                                .compareTo(amount(limits(each).get(request.getKey())))
                                        > 0));
    }

    /** A JVM takes what it may: memory that is lent would be taken away from it. */
    static Stream<?> theServicesMemoryIsTheirs(Manifests all) {
        return all.services().stream()
                .map(each -> new Placed(each, each.main()))
                .filter(each ->
                        requests(each).containsKey("memory") && limits(each).containsKey("memory"))
                .filter(each -> amount(requests(each).get("memory"))
                                .compareTo(amount(limits(each).get("memory")))
                        != 0);
    }

    static Stream<?> whatIsMountedIsThere(Manifests all) {
        return all.containers().stream()
                .filter(each -> each.container().getVolumeMounts().stream()
                        .anyMatch(mount -> !volumes(each.of()).contains(mount.getName())));
    }

    static Stream<?> whatIsThereIsMounted(Manifests all) {
        return all.workloads().stream()
                .filter(each -> !each.containers()
                        .flatMap(container -> container.getVolumeMounts().stream())
                        .map(VolumeMount::getName)
                        .collect(Collectors.toSet())
                        .containsAll(each.pod().getVolumes().stream()
                                .map(Volume::getName)
                                .toList()));
    }

    /** Their root file systems are read-only, and the JVM, mongosh and pg_dump want a place. */
    static Stream<?> temporaryFilesHaveAPlace(Manifests all) {
        return all.workloads().stream()
                .filter(each -> each.pod().getContainers().stream()
                        .anyMatch(container -> container.getVolumeMounts().stream()
                                .noneMatch(mount -> mount.getMountPath().equals("/tmp"))));
    }

    static Stream<?> placesInMemoryAndOnNodesAreBounded(Manifests all) {
        return all.workloads().stream()
                .filter(each -> each.pod().getVolumes().stream()
                        .anyMatch(volume -> volume.getEmptyDir() != null
                                && volume.getEmptyDir().getSizeLimit() == null));
    }

    static Stream<?> eachIsSpreadOverZonesAndNodes(Manifests all) {
        return all.services().stream()
                .filter(each -> !each.pod().getTopologySpreadConstraints().stream()
                        .filter(spread -> Selectors.choose(spread.getLabelSelector(), each.labels()))
                        .map(spread -> spread.getTopologyKey())
                        .collect(Collectors.toSet())
                        .containsAll(Set.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")));
    }

    static Stream<?> servicesAreFoundByName(Manifests all) {
        return all.workloads().stream()
                .filter(each -> !Boolean.FALSE.equals(each.pod().getEnableServiceLinks()));
    }

    static Stream<?> variablesAreGivenOnce(Manifests all) {
        return all.containers().stream().filter(each -> {
            List<String> names = each.container().getEnv().stream()
                    .map(variable -> variable.getName())
                    .toList();
            return names.size() != Set.copyOf(names).size();
        });
    }

    static Stream<?> whoIsDoneIsNotStartedAgain(Manifests all) {
        return all.workloads().stream()
                .filter(each -> !each.serves())
                .filter(each -> !"Never".equals(each.pod().getRestartPolicy()));
    }

    private static Set<String> volumes(Workload of) {
        Set<String> names = of.pod().getVolumes().stream().map(Volume::getName).collect(Collectors.toSet());
        // a StatefulSet's own claim
        if (of.kind().equals("StatefulSet")) {
            names.add("data");
        }
        return names;
    }

    private static Map<String, Quantity> requests(Placed of) {
        return resources(of.container(), true);
    }

    private static Map<String, Quantity> limits(Placed of) {
        return resources(of.container(), false);
    }

    private static Map<String, Quantity> resources(Container container, boolean requests) {
        if (container.getResources() == null) {
            return Map.of();
        }
        return requests
                ? container.getResources().getRequests()
                : container.getResources().getLimits();
    }

    private static BigDecimal amount(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity);
    }
}

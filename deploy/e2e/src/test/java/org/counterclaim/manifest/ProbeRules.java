package org.counterclaim.manifest;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.counterclaim.manifest.Manifests.Placed;

/** How a pod is asked how it is, and how it ends. Each rule gives what breaks it. */
final class ProbeRules {

    /** As long does a service wait at its start for a store that is not there yet. */
    private static final int STORES_TIME = 60;

    /** What the JVM and the kubelet take besides. */
    private static final long MARGIN = 5;

    private ProbeRules() {}

    static Stream<?> eachServerIsAskedThreeThings(Manifests all) {
        return all.servers().stream()
                .filter(each -> probes(each).stream().filter(Objects::nonNull).count() < 3);
    }

    static Stream<?> aliveAndReadyAreTwoQuestions(Manifests all) {
        return all.servers().stream()
                .filter(each -> each.container().getLivenessProbe() != null)
                .filter(each -> question(each.container().getLivenessProbe())
                        .equals(question(each.container().getReadinessProbe())));
    }

    static Stream<?> probesAskWhereSomebodyListens(Manifests all) {
        return all.servers().stream()
                .filter(each -> probes(each).stream()
                        .filter(Objects::nonNull)
                        .map(ProbeRules::port)
                        .filter(Objects::nonNull)
                        .anyMatch(
                                port -> each.container().getPorts().stream().noneMatch(listens -> is(port, listens))));
    }

    /** A service that is asked over its public port has an answer for everybody there. */
    static Stream<?> servicesAreAskedOnTheirManagementPort(Manifests all) {
        return all.services().stream()
                .filter(each -> probes(new Placed(each, each.main())).stream()
                        .filter(Objects::nonNull)
                        .anyMatch(probe -> !new IntOrString("management").equals(port(probe))));
    }

    static Stream<?> servicesAreAskedWhatTheyAnswer(Manifests all) {
        return all.services().stream().filter(each -> {
            var container = each.main();
            String health = root(each) + "/" + value(each, "quarkus.smallrye-health.root-path", "health") + "/";
            return container.getStartupProbe() != null
                    && (!(health + value(each, "quarkus.smallrye-health.startup-path", "started"))
                                    .equals(path(container.getStartupProbe()))
                            || !(health + value(each, "quarkus.smallrye-health.liveness-path", "live"))
                                    .equals(path(container.getLivenessProbe()))
                            || !(health + value(each, "quarkus.smallrye-health.readiness-path", "ready"))
                                    .equals(path(container.getReadinessProbe())));
        });
    }

    static Stream<?> portsAreThoseThatServicesListenOn(Manifests all) {
        return all.services().stream()
                .filter(each -> !List.of(
                                Map.entry("http", Integer.parseInt(value(each, "quarkus.http.port", "8080"))),
                                Map.entry(
                                        "management", Integer.parseInt(value(each, "quarkus.management.port", "9000"))))
                        .equals(each.main().getPorts().stream()
                                .map(port -> Map.entry(port.getName(), port.getContainerPort()))
                                .toList()));
    }

    static Stream<?> aStartMayWaitForTheStore(Manifests all) {
        return all.services().stream()
                .filter(each -> each.main().getStartupProbe() != null)
                .filter(each -> seconds(each.main().getStartupProbe()) < STORES_TIME);
    }

    /** Otherwise what is merely slow is killed before it is left alone. */
    static Stream<?> whoIsNotReadyIsLeftAloneBeforeItIsKilled(Manifests all) {
        return all.servers().stream()
                .map(each -> each.container())
                .filter(each -> each.getLivenessProbe() != null && each.getReadinessProbe() != null)
                .filter(each -> seconds(each.getReadinessProbe()) > seconds(each.getLivenessProbe()));
    }

    static Stream<?> whoLeavesWaitsUntilAllHaveHeard(Manifests all) {
        return all.services().stream().filter(each -> preStop(each) < 3);
    }

    static Stream<?> theEndIsLongEnough(Manifests all) {
        return all.services().stream()
                .filter(each -> each.pod().getTerminationGracePeriodSeconds()
                        < preStop(each) + delay(each, all) + drain(each, all) + MARGIN);
    }

    /** Whoever reads a feed waits up to 8 s for an answer. */
    static Stream<?> requestsUnderWayAreAnswered(Manifests all) {
        return all.services().stream().filter(each -> drain(each, all) < 10);
    }

    private static long preStop(Workload of) {
        var lifecycle = of.main().getLifecycle();
        return lifecycle == null
                        || lifecycle.getPreStop() == null
                        || lifecycle.getPreStop().getSleep() == null
                ? 0
                : lifecycle.getPreStop().getSleep().getSeconds();
    }

    /** What has begun when it stops to serve gets that long. */
    private static long drain(Workload of, Manifests all) {
        return time(of, all, "quarkus.shutdown.timeout");
    }

    /** It serves on that long when it is told to end. */
    private static long delay(Workload of, Manifests all) {
        return value(of, "quarkus.shutdown.delay-enabled", "false").equals("true")
                ? time(of, all, "quarkus.shutdown.delay")
                : 0;
    }

    private static long time(Workload of, Manifests all, String key) {
        String variable = key.replace('.', '_').toUpperCase(Locale.ROOT);
        String time = of.environment(all).getOrDefault(variable, value(of, key, "0s"));
        return Duration.parse("PT" + time.toUpperCase(Locale.ROOT)).toSeconds();
    }

    private static String root(Workload of) {
        return value(of, "quarkus.management.root-path", "/q");
    }

    private static String value(Workload of, String key, String usual) {
        return Objects.requireNonNullElse(ServiceConfig.of(of.name()).value(key), usual);
    }

    private static List<Probe> probes(Placed of) {
        return java.util.Arrays.asList(
                of.container().getStartupProbe(),
                of.container().getLivenessProbe(),
                of.container().getReadinessProbe());
    }

    private static String question(Probe probe) {
        if (probe == null) {
            return "";
        }
        return probe.getHttpGet() != null
                ? probe.getHttpGet().getPort() + path(probe)
                : probe.getExec() != null ? probe.getExec().getCommand().toString() : "" + port(probe);
    }

    private static String path(Probe probe) {
        return probe == null || probe.getHttpGet() == null
                ? null
                : probe.getHttpGet().getPath();
    }

    private static IntOrString port(Probe probe) {
        return probe.getHttpGet() != null
                ? probe.getHttpGet().getPort()
                : probe.getTcpSocket() != null ? probe.getTcpSocket().getPort() : null;
    }

    private static boolean is(IntOrString port, ContainerPort listens) {
        return port.getStrVal() != null
                ? port.getStrVal().equals(listens.getName())
                : port.getIntVal().equals(listens.getContainerPort());
    }

    /** How long it may fail, by what Kubernetes takes where nothing is said. */
    private static int seconds(Probe probe) {
        return Objects.requireNonNullElse(probe.getPeriodSeconds(), 10)
                * Objects.requireNonNullElse(probe.getFailureThreshold(), 3);
    }
}

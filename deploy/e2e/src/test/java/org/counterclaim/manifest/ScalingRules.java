package org.counterclaim.manifest;

import static org.counterclaim.manifest.Manifests.named;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.stream.Stream;

/** Who belongs to whom, and how many there are of each. Each rule gives what breaks it. */
final class ScalingRules {

    private ScalingRules() {}

    static Stream<?> selectorsChooseTheirOwnPods(Manifests all) {
        return Stream.concat(
                        all.all(Deployment.class)
                                .filter(each -> !Selectors.choose(
                                        each.getSpec().getSelector(),
                                        each.getSpec()
                                                .getTemplate()
                                                .getMetadata()
                                                .getLabels())),
                        all.all(StatefulSet.class)
                                .filter(each -> !Selectors.choose(
                                        each.getSpec().getSelector(),
                                        each.getSpec()
                                                .getTemplate()
                                                .getMetadata()
                                                .getLabels())))
                .map(Manifests::label);
    }

    static Stream<?> noPodIsChosenByTwo(Manifests all) {
        return all.all(Deployment.class)
                .filter(each -> all.workloads().stream()
                                .filter(pod -> Selectors.choose(each.getSpec().getSelector(), pod.labels()))
                                .count()
                        > 1)
                .map(Manifests::label);
    }

    static Stream<?> servicesHavePods(Manifests all) {
        return all.all(Service.class)
                .filter(each -> behind(all, each).isEmpty())
                .map(Manifests::label);
    }

    static Stream<?> servicePortsAreListenedOn(Manifests all) {
        return all.all(Service.class)
                .filter(each -> each.getSpec().getPorts().stream()
                        .anyMatch(port -> behind(all, each).stream()
                                .anyMatch(pod -> pod.main().getPorts().stream()
                                        .noneMatch(listens -> is(port.getTargetPort(), listens)
                                                && listens.getContainerPort().equals(port.getPort())))))
                .map(Manifests::label);
    }

    static Stream<?> nothingIsReachableFromOutsideByItself(Manifests all) {
        return all.all(Service.class)
                .filter(each -> each.getSpec().getType() != null
                        && !each.getSpec().getType().equals("ClusterIP"))
                .map(Manifests::label);
    }

    static Stream<?> eachServiceScales(Manifests all) {
        return all.services().stream()
                .filter(each -> all.all(HorizontalPodAutoscaler.class)
                        .noneMatch(scaler ->
                                scaler.getSpec().getScaleTargetRef().getName().equals(each.name())));
    }

    static Stream<?> autoscalersHaveATarget(Manifests all) {
        return all.all(HorizontalPodAutoscaler.class)
                .filter(each -> {
                    var target = each.getSpec().getScaleTargetRef();
                    return !"apps/v1".equals(target.getApiVersion()) || !all.has(target.getKind(), target.getName());
                })
                .map(Manifests::label);
    }

    static Stream<?> autoscalersGoByTheProcessor(Manifests all) {
        return all.all(HorizontalPodAutoscaler.class)
                .filter(each -> each.getSpec().getMetrics().stream()
                        .noneMatch(metric -> metric.getResource() != null
                                && metric.getResource().getName().equals("cpu")
                                && metric.getResource().getTarget().getAverageUtilization() != null))
                .map(Manifests::label);
    }

    static Stream<?> thereAreAlwaysTwo(Manifests all) {
        return all.all(HorizontalPodAutoscaler.class)
                .filter(each -> each.getSpec().getMinReplicas() == null
                        || each.getSpec().getMinReplicas() < 2
                        || each.getSpec().getMaxReplicas() <= each.getSpec().getMinReplicas())
                .map(Manifests::label);
    }

    /** Whoever applies it again would undo what the autoscaler did. */
    static Stream<?> whatScalesHasNoNumber(Manifests all) {
        return all.all(Deployment.class)
                .filter(each -> each.getSpec().getReplicas() != null)
                .map(Manifests::label);
    }

    static Stream<?> noRolloutTakesAwayBeforeItGives(Manifests all) {
        return all.all(Deployment.class)
                .filter(each -> each.getSpec().getStrategy() == null
                        || each.getSpec().getStrategy().getRollingUpdate() == null
                        || !new IntOrString(0)
                                .equals(each.getSpec()
                                        .getStrategy()
                                        .getRollingUpdate()
                                        .getMaxUnavailable()))
                .map(Manifests::label);
    }

    static Stream<?> eachServerHasABudget(Manifests all) {
        return all.workloads().stream()
                .filter(Workload::serves)
                .filter(each -> all.all(PodDisruptionBudget.class)
                        .noneMatch(budget -> Selectors.choose(budget.getSpec().getSelector(), each.labels())));
    }

    static Stream<?> budgetsAreForSomebody(Manifests all) {
        return all.all(PodDisruptionBudget.class)
                .filter(each -> all.workloads().stream()
                        .noneMatch(pod -> Selectors.choose(each.getSpec().getSelector(), pod.labels())))
                .map(Manifests::label);
    }

    /** A budget that lets nobody go keeps a node from being emptied for ever. */
    static Stream<?> budgetsLetSomebodyGo(Manifests all) {
        return all.all(PodDisruptionBudget.class)
                .filter(each -> {
                    var spec = each.getSpec();
                    return spec.getMaxUnavailable() != null
                            ? spec.getMaxUnavailable().getIntVal() < 1
                            : spec.getMinAvailable().getIntVal() >= fewest(all, each);
                })
                .map(Manifests::label);
    }

    static Stream<?> statefulSetsHaveNames(Manifests all) {
        return all.all(StatefulSet.class)
                .filter(each -> all.service(each.getSpec().getServiceName())
                        .filter(service -> "None".equals(service.getSpec().getClusterIP()))
                        .isEmpty())
                .map(Manifests::label);
    }

    /** An even number, or one without data, acknowledges by a majority what is lost with one disk, or not at all. */
    static Stream<?> theReplicaSetHasThreeMembersWithData(Manifests all) {
        return all.all(StatefulSet.class)
                .filter(named("mongodb"))
                .filter(each -> each.getSpec().getReplicas() == null
                        || each.getSpec().getReplicas() != 3
                        || each.getSpec().getVolumeClaimTemplates().isEmpty()
                        || all.ofKind("ConfigMap")
                                .anyMatch(map -> map.toString().contains("arbiter")))
                .map(Manifests::label);
    }

    private static int fewest(Manifests all, PodDisruptionBudget budget) {
        return all.all(StatefulSet.class)
                .filter(each -> Selectors.choose(
                        budget.getSpec().getSelector(),
                        each.getSpec().getTemplate().getMetadata().getLabels()))
                .map(each -> each.getSpec().getReplicas())
                .findFirst()
                .or(() -> all.all(HorizontalPodAutoscaler.class)
                        .filter(named(budget.getMetadata().getName()))
                        .map(each -> each.getSpec().getMinReplicas())
                        .findFirst())
                .orElse(1);
    }

    private static List<Workload> behind(Manifests all, Service service) {
        return all.workloads().stream()
                .filter(each -> Selectors.choose(service.getSpec().getSelector(), each.labels()))
                .toList();
    }

    private static boolean is(IntOrString port, ContainerPort listens) {
        return port.getStrVal() != null
                ? port.getStrVal().equals(listens.getName())
                : port.getIntVal().equals(listens.getContainerPort());
    }
}

package org.counterclaim.manifest;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that makes pods.
 *
 * @param labels of its pods
 */
record Workload(String kind, String name, Map<String, String> labels, PodSpec pod) {

    static final String NAME = "app.kubernetes.io/name";

    private static final Set<String> SERVICES = Set.of("article-service", "claim-service", "gateway");

    static Workload of(HasMetadata object, PodTemplateSpec template) {
        return new Workload(
                object.getKind(),
                object.getMetadata().getName(),
                template.getMetadata().getLabels(),
                template.getSpec());
    }

    /** What its pods are called in policies and selectors. */
    String app() {
        return labels.getOrDefault(NAME, name);
    }

    Stream<Container> containers() {
        return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream());
    }

    /** Whether it stays, and is not done at some time. */
    boolean serves() {
        return Set.of("Deployment", "StatefulSet").contains(kind);
    }

    boolean isService() {
        return SERVICES.contains(name);
    }

    Container main() {
        return pod.getContainers().get(0);
    }

    /** Whether one of its pods listens there. */
    boolean listensOn(int port) {
        return containers().flatMap(each -> each.getPorts().stream()).anyMatch(each -> each.getContainerPort() == port);
    }

    /** What its first container is given, from where it may be: values that are not in a Secret. */
    Map<String, String> environment(Manifests all) {
        Map<String, String> environment = new java.util.TreeMap<>();
        main().getEnvFrom().stream()
                .filter(from -> from.getConfigMapRef() != null)
                .forEach(from -> all.configMap(from.getConfigMapRef().getName())
                        .ifPresent(map -> environment.putAll(map.getData())));
        main().getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .forEach(variable -> environment.put(variable.getName(), variable.getValue()));
        return environment;
    }

    /** The names of all that its first container is given. */
    Set<String> variables(Manifests all) {
        Set<String> names = new java.util.TreeSet<>(environment(all).keySet());
        names.addAll(main().getEnv().stream().map(EnvVar::getName).toList());
        return names;
    }

    List<String> secrets() {
        return containers()
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null
                        && variable.getValueFrom().getSecretKeyRef() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef())
                .map(secret -> secret.getName() + "/" + secret.getKey())
                .toList();
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}

package org.counterclaim.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that one overlay asks a cluster for. */
record Manifests(List<HasMetadata> objects) {

    private static final Path FOLDER = Path.of(System.getProperty("root.dir"), "deploy/k8s");

    private static final Map<String, List<JsonNode>> COMMITTED = new HashMap<>();

    /** There are many tests, and few of the objects differ between them. */
    private static final Map<JsonNode, HasMetadata> READ = new IdentityHashMap<>();

    /** A container, and where it is. */
    record Placed(Workload of, Container container) {
        @Override
        public String toString() {
            return of + " " + container.getName();
        }
    }

    /** Where the overlays are. */
    static Path overlay(String name) {
        return FOLDER.resolve("overlays").resolve(name);
    }

    /** What was committed as made of it. */
    static Path rendered(String name) {
        return FOLDER.resolve("rendered").resolve(name + ".yaml");
    }

    /** What an overlay makes, as it was committed. */
    static synchronized Manifests committed(String overlay) {
        return of(documents(overlay));
    }

    /** The same as documents, which nobody may change. */
    static synchronized List<JsonNode> documents(String overlay) {
        return COMMITTED.computeIfAbsent(overlay, name -> StrictReader.documents(rendered(name)));
    }

    static synchronized Manifests of(List<JsonNode> documents) {
        return new Manifests(documents.stream()
                .map(each -> isCommitted(each)
                        ? READ.computeIfAbsent(each, StrictReader::object)
                        : StrictReader.object(each))
                .toList());
    }

    private static boolean isCommitted(JsonNode document) {
        return COMMITTED.values().stream().flatMap(List::stream).anyMatch(each -> each == document);
    }

    static String label(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }

    <T extends HasMetadata> Stream<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast);
    }

    Stream<HasMetadata> ofKind(String kind) {
        return objects.stream().filter(object -> object.getKind().equals(kind));
    }

    Optional<Service> service(String name) {
        return all(Service.class).filter(named(name)).findFirst();
    }

    Optional<ConfigMap> configMap(String name) {
        return all(ConfigMap.class).filter(named(name)).findFirst();
    }

    boolean has(String kind, String name) {
        return ofKind(kind).anyMatch(named(name));
    }

    /** Whatever makes pods. */
    List<Workload> workloads() {
        return objects.stream().flatMap(Manifests::workload).toList();
    }

    /** Our three services. */
    List<Workload> services() {
        return workloads().stream().filter(Workload::isService).toList();
    }

    /** The containers of all pods, those that come first too. */
    List<Placed> containers() {
        return workloads().stream()
                .flatMap(of -> of.containers().map(container -> new Placed(of, container)))
                .toList();
    }

    /** Those that stay. */
    List<Placed> servers() {
        return workloads().stream()
                .filter(Workload::serves)
                .flatMap(of -> of.pod().getContainers().stream().map(container -> new Placed(of, container)))
                .toList();
    }

    private static Stream<Workload> workload(HasMetadata object) {
        if (object instanceof Deployment deployment) {
            return Stream.of(Workload.of(deployment, deployment.getSpec().getTemplate()));
        }
        if (object instanceof StatefulSet set) {
            return Stream.of(Workload.of(set, set.getSpec().getTemplate()));
        }
        if (object instanceof Job job) {
            return Stream.of(Workload.of(job, job.getSpec().getTemplate()));
        }
        if (object instanceof CronJob job) {
            return Stream.of(
                    Workload.of(job, job.getSpec().getJobTemplate().getSpec().getTemplate()));
        }
        return Stream.empty();
    }

    static <T extends HasMetadata> Predicate<T> named(String name) {
        return object -> object.getMetadata().getName().equals(name);
    }
}

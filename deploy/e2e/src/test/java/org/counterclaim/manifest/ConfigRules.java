package org.counterclaim.manifest;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the services are told, and whether they listen. Each rule gives what breaks it. */
final class ConfigRules {

    private static final Path README = Path.of(System.getProperty("root.dir"), "deploy/k8s/README.md");
    private static final Pattern SECRETIVE = Pattern.compile(".*(PASSWORD|SECRET|PEPPER|_KEY|TOKEN)$");

    private ConfigRules() {}

    static Stream<?> configMapsAreThere(Manifests all) {
        return all.workloads().stream()
                .flatMap(ConfigRules::configMapsOf)
                .filter(each -> all.configMap(each).isEmpty());
    }

    static Stream<?> configMapsAreUsed(Manifests all) {
        Set<String> used =
                all.workloads().stream().flatMap(ConfigRules::configMapsOf).collect(Collectors.toSet());
        return all.all(ConfigMap.class)
                .map(each -> each.getMetadata().getName())
                .filter(each -> !used.contains(each));
    }

    static Stream<?> keysOfConfigMapsAreThere(Manifests all) {
        return all.workloads().stream()
                .flatMap(Workload::containers)
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null
                        && variable.getValueFrom().getConfigMapKeyRef() != null)
                .map(variable -> variable.getValueFrom().getConfigMapKeyRef())
                .filter(key -> all.configMap(key.getName())
                        .filter(map -> map.getData().containsKey(key.getKey()))
                        .isEmpty());
    }

    static Stream<?> noSecretIsHere(Manifests all) {
        return Stream.concat(
                all.ofKind("Secret").map(Manifests::label),
                all.containers().stream()
                        .filter(each -> each.container().getEnv().stream()
                                .anyMatch(variable -> variable.getValue() != null
                                        && SECRETIVE.matcher(variable.getName()).matches())));
    }

    static Stream<?> configMapsHaveNoSecrets(Manifests all) {
        return all.all(ConfigMap.class)
                .flatMap(each -> each.getData().entrySet().stream()
                        .filter(entry -> SECRETIVE.matcher(entry.getKey()).matches()
                                || entry.getValue().matches("(?s).*://[^/\\s$]+:[^/\\s$]+@.*"))
                        .map(entry -> entry.getKey()));
    }

    /** Whoever installs it makes them: README.md has a row for each. */
    static Stream<?> secretsAreDocumented(Manifests all) {
        List<String> rows =
                lines(README).stream().filter(line -> line.startsWith("| `")).toList();
        return all.workloads().stream()
                .flatMap(ConfigRules::secretsOf)
                .filter(each -> rows.stream()
                        .noneMatch(row -> row.startsWith("| `" + each.replaceAll("/.*", "") + "` |")
                                && row.contains("`" + each.replaceAll(".*/", "") + "`")));
    }

    static Stream<?> whatIsSetIsRead(Manifests all) {
        return all.services().stream()
                .flatMap(each -> each.variables(all).stream()
                        .filter(variable -> !ServiceConfig.of(each.name()).reads(variable))
                        .map(variable -> each + " " + variable));
    }

    /** What without an answer is looked for on this machine is elsewhere in a cluster. */
    static Stream<?> whatPointsHereByItselfIsSet(Manifests all) {
        return all.services().stream()
                .flatMap(each -> ServiceConfig.of(each.name()).variables().entrySet().stream()
                        .filter(variable -> variable.getValue().contains("127.0.0.1")
                                || variable.getValue().contains(".local"))
                        .filter(variable -> !each.variables(all).contains(variable.getKey()))
                        .map(variable -> each + " " + variable.getKey()));
    }

    /** Each process would make its own, and what one has made would be nothing to the other. */
    static Stream<?> whatReplicasShareIsSet(Manifests all) {
        return all.services().stream()
                .flatMap(each -> (each.name().equals("gateway")
                                ? Stream.of(
                                        "COUNTERCLAIM_CURSOR_KEY",
                                        "COUNTERCLAIM_KEY_PEPPER",
                                        "COUNTERCLAIM_SIGNING_KEYS",
                                        "DATABASE_URL")
                                : Stream.of("COUNTERCLAIM_CURSOR_KEY", "MONGODB_URI"))
                        .filter(variable -> !each.variables(all).contains(variable))
                        .map(variable -> each + " " + variable));
    }

    static Stream<?> eachHasSecretsOfItsOwn(Manifests all) {
        return all.services().stream()
                .flatMap(each -> each.secrets().stream()
                        .filter(secret -> !secret.startsWith(each.name() + "/"))
                        .map(secret -> each + " " + secret));
    }

    static Stream<?> filesThatAreNamedAreMounted(Manifests all) {
        return all.services().stream()
                .flatMap(each -> each.environment(all).values().stream()
                        .filter(value -> value.startsWith("/"))
                        .filter(value -> files(each).noneMatch(value::equals))
                        .map(value -> each + " " + value));
    }

    static Stream<?> filesThatAreMountedAreNamed(Manifests all) {
        return all.services().stream()
                .flatMap(each -> files(each)
                        .filter(file -> !each.environment(all).containsValue(file))
                        .map(file -> each + " " + file));
    }

    /** An address within the namespace is that of a Service, and has its port. */
    static Stream<?> addressesAreOfServices(Manifests all) {
        return all.services().stream()
                .flatMap(each -> each.environment(all).values().stream()
                        .filter(value -> value.startsWith("http"))
                        .filter(value -> !value.contains(","))
                        .map(URI::create)
                        .filter(address -> !address.getHost().contains(".")
                                && !address.getHost().equals("localhost"))
                        .filter(address -> all.service(address.getHost())
                                .filter(service -> service.getSpec().getPorts().stream()
                                        .anyMatch(port -> port.getPort().equals(address.getPort())))
                                .isEmpty())
                        .map(address -> each + " " + address));
    }

    /** The same names for the issuers at all three, or one believes what the other does not. */
    static Stream<?> allTrustTheSame(Manifests all) {
        return Stream.of("OIDC_ISSUER", "OIDC_JWKS", "GATEWAY_ISSUER", "GATEWAY_JWKS")
                .filter(variable -> all.services().stream()
                                .map(each ->
                                        String.valueOf(each.environment(all).get(variable)))
                                .distinct()
                                .count()
                        != 1);
    }

    private static Stream<String> configMapsOf(Workload of) {
        return Stream.of(
                        of.containers()
                                .flatMap(container -> container.getEnvFrom().stream())
                                .filter(from -> from.getConfigMapRef() != null)
                                .map(from -> from.getConfigMapRef().getName()),
                        of.containers()
                                .flatMap(container -> container.getEnv().stream())
                                .filter(variable -> variable.getValueFrom() != null
                                        && variable.getValueFrom().getConfigMapKeyRef() != null)
                                .map(variable -> variable.getValueFrom()
                                        .getConfigMapKeyRef()
                                        .getName()),
                        of.pod().getVolumes().stream()
                                .filter(volume -> volume.getConfigMap() != null)
                                .map(volume -> volume.getConfigMap().getName()))
                .flatMap(each -> each);
    }

    /** Name and key of each that a pod needs. */
    static Stream<String> secretsOf(Workload of) {
        return Stream.concat(of.secrets().stream(), mounted(of));
    }

    private static Stream<String> mounted(Workload of) {
        return of.pod().getVolumes().stream()
                .filter(volume -> volume.getSecret() != null)
                .flatMap(volume -> volume.getSecret().getItems().stream()
                        .map(item -> volume.getSecret().getSecretName() + "/" + item.getKey()));
    }

    /** What a secret's volume puts where. */
    private static Stream<String> files(Workload of) {
        return of.main().getVolumeMounts().stream()
                .flatMap(mount -> of.pod().getVolumes().stream()
                        .filter(volume -> volume.getName().equals(mount.getName()))
                        .filter(volume -> volume.getSecret() != null)
                        .flatMap(ConfigRules::items)
                        .map(item -> mount.getMountPath() + "/" + item.getPath()));
    }

    private static Stream<KeyToPath> items(Volume volume) {
        return volume.getSecret().getItems().stream();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

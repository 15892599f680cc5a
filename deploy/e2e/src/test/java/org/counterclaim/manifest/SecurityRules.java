package org.counterclaim.manifest;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.counterclaim.manifest.Manifests.Placed;

/** The restricted Pod Security Standard, and what it leaves open. Each rule gives what breaks it. */
final class SecurityRules {

    /** Below are the users that a node has itself. */
    private static final long NOBODYS = 10_000;

    private SecurityRules() {}

    static Stream<?> theNamespaceIsRestricted(Manifests all) {
        List<Namespace> namespaces = all.all(Namespace.class).toList();
        return namespaces.isEmpty()
                ? Stream.of("no namespace")
                : namespaces.stream()
                        .filter(each -> !"restricted"
                                .equals(each.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce")));
    }

    static Stream<?> allIsInOneNamespace(Manifests all) {
        return all.objects().stream()
                .filter(each -> !(each instanceof Namespace))
                .map(each -> each.getMetadata().getNamespace())
                .filter(each -> !all.has("Namespace", String.valueOf(each)));
    }

    static Stream<?> nobodyIsRoot(Manifests all) {
        return pods(
                all,
                pod -> Boolean.TRUE.equals(pod.getRunAsNonRoot())
                        && pod.getRunAsUser() != null
                        && pod.getRunAsUser() > 0);
    }

    static Stream<?> ourUsersAreNobodyOnTheNode(Manifests all) {
        return all.workloads().stream()
                .filter(each -> each.main().getImage().contains("counterclaim/"))
                .filter(each -> each.pod().getSecurityContext() == null
                        || Objects.requireNonNullElse(
                                        each.pod().getSecurityContext().getRunAsUser(), 0L)
                                < NOBODYS);
    }

    static Stream<?> systemCallsAreFiltered(Manifests all) {
        return pods(
                all,
                pod -> pod.getSeccompProfile() != null
                        && "RuntimeDefault".equals(pod.getSeccompProfile().getType()));
    }

    static Stream<?> nobodyGetsMorePrivileges(Manifests all) {
        return containers(
                all,
                each -> Boolean.FALSE.equals(each.getAllowPrivilegeEscalation())
                        && !Boolean.TRUE.equals(each.getPrivileged()));
    }

    static Stream<?> capabilitiesAreDropped(Manifests all) {
        return containers(
                all,
                each -> each.getCapabilities() != null
                        && each.getCapabilities().getDrop().equals(List.of("ALL"))
                        && each.getCapabilities().getAdd().isEmpty());
    }

    static Stream<?> rootFileSystemsAreReadOnly(Manifests all) {
        return containers(all, each -> Boolean.TRUE.equals(each.getReadOnlyRootFilesystem()));
    }

    static Stream<?> noContainerTakesBackWhatItsPodSays(Manifests all) {
        return all.containers().stream().filter(each -> {
            SecurityContext context = each.container().getSecurityContext();
            return context != null
                    && (context.getRunAsUser() != null
                            || context.getRunAsNonRoot() != null
                            || context.getSeccompProfile() != null);
        });
    }

    static Stream<?> nothingOfTheNodeIsShared(Manifests all) {
        return all.workloads().stream()
                .filter(each -> Boolean.TRUE.equals(each.pod().getHostNetwork())
                        || Boolean.TRUE.equals(each.pod().getHostPID())
                        || Boolean.TRUE.equals(each.pod().getHostIPC())
                        || each.pod().getVolumes().stream().anyMatch(volume -> volume.getHostPath() != null)
                        || each.containers()
                                .flatMap(container -> container.getPorts().stream())
                                .anyMatch(port -> port.getHostPort() != null));
    }

    /** None of our pods asks the cluster for anything. */
    static Stream<?> noPodHasAToken(Manifests all) {
        return all.workloads().stream()
                .filter(each -> !Boolean.FALSE.equals(each.pod().getAutomountServiceAccountToken()));
    }

    static Stream<?> noAccountGivesAToken(Manifests all) {
        return all.all(ServiceAccount.class)
                .filter(each -> !Boolean.FALSE.equals(each.getAutomountServiceAccountToken()))
                .map(Manifests::label);
    }

    static Stream<?> eachHasAnAccountOfItsOwn(Manifests all) {
        return all.workloads().stream()
                .filter(each -> each.pod().getServiceAccountName() == null
                        || !all.has("ServiceAccount", each.pod().getServiceAccountName()));
    }

    /** What a volume holds belongs to the group of the pod, or nobody but root could read it. */
    static Stream<?> volumesAreTheGroups(Manifests all) {
        return all.workloads().stream()
                .filter(each -> each.serves()
                        || each.pod().getVolumes().stream()
                                .anyMatch(volume -> volume.getPersistentVolumeClaim() != null))
                .filter(each -> each.kind().equals("StatefulSet")
                        || each.pod().getVolumes().stream()
                                .anyMatch(volume ->
                                        volume.getPersistentVolumeClaim() != null || volume.getSecret() != null))
                .filter(each -> each.pod().getSecurityContext() == null
                        || each.pod().getSecurityContext().getFsGroup() == null);
    }

    /** Others on the node do not read it, whoever they are. */
    static Stream<?> mountedSecretsAreNotForAll(Manifests all) {
        return all.workloads().stream()
                .filter(each -> each.pod().getVolumes().stream()
                        .filter(volume -> volume.getSecret() != null)
                        .anyMatch(volume -> volume.getSecret().getDefaultMode() == null
                                || (volume.getSecret().getDefaultMode() & 0007) != 0));
    }

    private static Stream<?> pods(Manifests all, Predicate<PodSecurityContext> safe) {
        return all.workloads().stream()
                .filter(each -> each.pod().getSecurityContext() == null
                        || !safe.test(each.pod().getSecurityContext()));
    }

    private static Stream<Placed> containers(Manifests all, Predicate<SecurityContext> safe) {
        return all.containers().stream()
                .filter(each -> each.container().getSecurityContext() == null
                        || !safe.test(each.container().getSecurityContext()));
    }
}

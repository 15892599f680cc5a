package org.counterclaim.manifest;

import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may talk to whom. Each rule gives what breaks it. */
final class NetworkRules {

    private static final List<String> BOTH = List.of("Ingress", "Egress");

    /** Addresses that are inside somewhere (RFC 6890), the provider's own service at 169.254.169.254 among them. */
    private static final Set<String> INSIDE = Set.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final String NAMES = "kube-system/kube-dns:53";

    /** What is the same wherever the stores are. */
    private static final List<String> ALWAYS = List.of(
            "article-service -> gateway:8080",
            "article-service -> observability/opentelemetry-collector:4318",
            "claim-service -> article-service:8081",
            "claim-service -> gateway:8080",
            "claim-service -> observability/opentelemetry-collector:4318",
            "gateway -> 0.0.0.0/0:443",
            "gateway -> 2000::/3:443",
            "gateway -> article-service:8081",
            "gateway -> claim-service:8082",
            "gateway -> observability/opentelemetry-collector:4318");

    private NetworkRules() {}

    static Stream<?> nothingIsAllowedByDefault(Manifests all) {
        return all.all(NetworkPolicy.class)
                        .anyMatch(each -> isForAll(each)
                                && each.getSpec().getPolicyTypes().equals(BOTH)
                                && each.getSpec().getIngress().isEmpty()
                                && each.getSpec().getEgress().isEmpty())
                ? Stream.of()
                : Stream.of("no policy denies all");
    }

    static Stream<?> eachPodHasAPolicyBothWays(Manifests all) {
        return all.workloads().stream()
                .filter(pod -> all.all(NetworkPolicy.class)
                        .noneMatch(each -> !isForAll(each)
                                && each.getSpec().getPolicyTypes().equals(BOTH)
                                && Selectors.choose(each.getSpec().getPodSelector(), pod.labels())));
    }

    static Stream<?> policiesAreForSomebody(Manifests all) {
        return all.all(NetworkPolicy.class)
                .filter(each -> Flows.chosen(all, each).isEmpty())
                .map(Manifests::label);
    }

    /** A policy with rules of a kind that it does not claim is read as it was not meant. */
    static Stream<?> policiesSayWhichWayTheyAreFor(Manifests all) {
        return all.all(NetworkPolicy.class)
                .filter(each -> !each.getSpec().getIngress().isEmpty()
                                && !each.getSpec().getPolicyTypes().contains("Ingress")
                        || !each.getSpec().getEgress().isEmpty()
                                && !each.getSpec().getPolicyTypes().contains("Egress"))
                .map(Manifests::label);
    }

    static Stream<?> everybodyCanLookUpNames(Manifests all) {
        Flows flows = Flows.of(all);
        return all.workloads().stream().filter(each -> !flows.outgoing().contains(each.app() + " -> " + NAMES));
    }

    static Stream<?> whatIsAllowedIsListenedOn(Manifests all) {
        return all.all(NetworkPolicy.class)
                .flatMap(each -> each.getSpec().getIngress().stream()
                        .flatMap(rule -> rule.getPorts().stream())
                        .map(port -> port.getPort().getIntVal())
                        .filter(port -> all.workloads().stream()
                                .filter(pod -> Selectors.choose(each.getSpec().getPodSelector(), pod.labels()))
                                .noneMatch(pod -> pod.listensOn(port)))
                        .map(port -> each.getMetadata().getName() + ":" + port));
    }

    /** Within the namespace a connection needs both: one side that opens it, and one that takes it. */
    static Stream<?> bothEndsAgree(Manifests all) {
        Flows flows = Flows.of(all);
        Set<String> names =
                new TreeSet<>(all.workloads().stream().map(Workload::app).toList());
        TreeSet<String> opened = within(flows.outgoing(), names);
        TreeSet<String> taken = within(flows.incoming(), names);
        return Stream.concat(
                opened.stream().filter(each -> !taken.contains(each)).map(each -> each + " is not taken"),
                taken.stream().filter(each -> !opened.contains(each)).map(each -> each + " is not opened"));
    }

    /** The whole list, so that whatever is added to a policy has to be added here. */
    static Stream<?> nobodyOpensWhatHeDoesNotNeed(Manifests all) {
        TreeSet<String> allowed = new TreeSet<>(ALWAYS);
        all.workloads().forEach(each -> allowed.add(each.app() + " -> " + NAMES));
        boolean inside = all.has("StatefulSet", "mongodb");
        add(allowed, inside ? "mongodb:27017" : "192.0.2.0/28:27017", "article-service", "claim-service", "backup");
        add(allowed, inside ? "postgres:5432" : "192.0.2.16/28:5432", "gateway", "backup");
        String issuer = inside ? "identity/keycloak:8080" : "203.0.113.0/28:443";
        add(allowed, issuer, "article-service", "claim-service", "gateway");
        if (inside) {
            add(allowed, "mongodb:27017", "mongodb", "mongodb-init");
        }
        return different(allowed, Flows.of(all).outgoing());
    }

    /** From outside of the namespace: the proxy in front comes to the gateway, and Prometheus to the management ports. */
    static Stream<?> nobodyFromOutsideComesIn(Manifests all) {
        String proxy = all.has("StatefulSet", "mongodb") ? "traefik/traefik" : "envoy-gateway-system/envoy";
        TreeSet<String> incoming = Flows.of(all).incoming();
        Set<String> names =
                new TreeSet<>(all.workloads().stream().map(Workload::app).toList());
        incoming.removeAll(within(incoming, names));
        return different(
                new TreeSet<>(List.of(
                        "monitoring/prometheus -> article-service:9001",
                        "monitoring/prometheus -> claim-service:9002",
                        "monitoring/prometheus -> gateway:9000",
                        proxy + " -> gateway:8080")),
                incoming);
    }

    static Stream<?> webhooksStayOutside(Manifests all) {
        return all.all(NetworkPolicy.class)
                .flatMap(each -> each.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getTo().stream())
                .filter(peer -> peer.getIpBlock() != null)
                .map(peer -> peer.getIpBlock())
                .filter(NetworkRules::isWide)
                .filter(block -> !Set.copyOf(block.getExcept()).containsAll(INSIDE));
    }

    /** All of IPv4; of IPv6 the block that is public has nothing else in it. */
    private static boolean isWide(IPBlock block) {
        return !block.getCidr().contains(":")
                        && Integer.parseInt(block.getCidr().replaceAll(".*/", "")) < 8
                || block.getCidr().equals("::/0");
    }

    private static void add(Set<String> flows, String to, String... from) {
        Stream.of(from).forEach(each -> flows.add(each + " -> " + to));
    }

    private static Stream<String> different(TreeSet<String> wanted, TreeSet<String> found) {
        return Stream.concat(
                found.stream().filter(each -> !wanted.contains(each)).map(each -> each + " is too much"),
                wanted.stream().filter(each -> !found.contains(each)).map(each -> each + " is missing"));
    }

    private static TreeSet<String> within(Set<String> flows, Set<String> names) {
        TreeSet<String> within = new TreeSet<>(flows);
        within.removeIf(each -> !names.contains(each.replaceAll(" -> .*", ""))
                || !names.contains(each.replaceAll(".* -> |:[^:]*$", "")));
        return within;
    }

    private static boolean isForAll(NetworkPolicy policy) {
        return policy.getSpec().getPodSelector().getMatchLabels().isEmpty()
                && policy.getSpec().getPodSelector().getMatchExpressions().isEmpty();
    }
}

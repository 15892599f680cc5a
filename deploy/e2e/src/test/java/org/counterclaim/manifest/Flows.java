package org.counterclaim.manifest;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may open a connection to whom, as one side's policies say: {@code from -> to:port}, where an end is the name of pods of
 * ours, {@code namespace/name} of others, or an address block.
 */
record Flows(TreeSet<String> outgoing, TreeSet<String> incoming) {

    static Flows of(Manifests all) {
        TreeSet<String> outgoing = new TreeSet<>();
        TreeSet<String> incoming = new TreeSet<>();
        all.all(NetworkPolicy.class)
                .forEach(policy -> chosen(all, policy).forEach(pod -> {
                    policy.getSpec()
                            .getEgress()
                            .forEach(rule -> ends(all, rule.getTo())
                                    .forEach(end -> ports(rule.getPorts())
                                            .forEach(port -> outgoing.add(pod + " -> " + end + ":" + port))));
                    policy.getSpec()
                            .getIngress()
                            .forEach(rule -> ends(all, rule.getFrom())
                                    .forEach(end -> ports(rule.getPorts())
                                            .forEach(port -> incoming.add(end + " -> " + pod + ":" + port))));
                }));
        return new Flows(outgoing, incoming);
    }

    /** The pods that a policy is for, by name. */
    static List<String> chosen(Manifests all, NetworkPolicy policy) {
        return all.workloads().stream()
                .filter(each -> Selectors.choose(policy.getSpec().getPodSelector(), each.labels()))
                .map(Workload::app)
                .distinct()
                .toList();
    }

    /** No peers are all peers. */
    private static List<String> ends(Manifests all, List<NetworkPolicyPeer> peers) {
        return peers.isEmpty()
                ? List.of("anybody")
                : peers.stream().flatMap(each -> ends(all, each)).toList();
    }

    private static Stream<String> ends(Manifests all, NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return Stream.of(peer.getIpBlock().getCidr());
        }
        if (peer.getNamespaceSelector() != null) {
            String namespace =
                    peer.getNamespaceSelector().getMatchLabels().getOrDefault("kubernetes.io/metadata.name", "*");
            String pods = peer.getPodSelector() == null
                    ? "*"
                    : peer.getPodSelector().getMatchLabels().entrySet().stream()
                            .filter(label -> !label.getKey().equals("app.kubernetes.io/component"))
                            .map(label -> label.getValue())
                            .collect(Collectors.joining("+"));
            return Stream.of(namespace + "/" + pods);
        }
        return all.workloads().stream()
                .filter(each -> Selectors.choose(peer.getPodSelector(), each.labels()))
                .map(Workload::app)
                .distinct();
    }

    /** No ports are all ports. */
    private static List<String> ports(List<NetworkPolicyPort> ports) {
        return ports.isEmpty()
                ? List.of("*")
                : ports.stream().map(port -> "" + port.getPort().getValue()).toList();
    }
}

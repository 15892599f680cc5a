package org.counterclaim.manifest;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What stands in front of the gateway. Each rule gives what breaks it. */
final class EdgeRules {

    /** Where each of the two kinds of proxy says how long it keeps a connection that nobody uses. */
    private static final Map<String, Object[]> IDLE = Map.of(
            "ServersTransport",
            new Object[] {"spec", "forwardingTimeouts", "idleConnTimeout"},
            "BackendTrafficPolicy",
            new Object[] {"spec", "timeout", "http", "connectionIdleTimeout"});

    private EdgeRules() {}

    static Stream<?> thereIsOneWayIn(Manifests all) {
        long ways = all.all(Ingress.class).count() + all.all(HTTPRoute.class).count();
        return ways == 1 ? Stream.of() : Stream.of(ways + " ways in");
    }

    static Stream<?> ingressesLeadToPorts(Manifests all) {
        return backends(all)
                .filter(each -> all.service(each.getService().getName())
                        .filter(service -> service.getSpec().getPorts().stream()
                                .anyMatch(port -> port.getName()
                                        .equals(each.getService().getPort().getName())))
                        .isEmpty());
    }

    static Stream<?> routesLeadToPorts(Manifests all) {
        return all.all(HTTPRoute.class)
                .flatMap(each -> each.getSpec().getRules().stream())
                .flatMap(rule -> rule.getBackendRefs().stream())
                .filter(each -> all.service(each.getName())
                        .filter(service -> service.getSpec().getPorts().stream()
                                .anyMatch(port -> port.getPort().equals(each.getPort())))
                        .isEmpty());
    }

    /** Health and metrics are nobody's business outside, and the services are reached through the gateway alone. */
    static Stream<?> onlyTheGatewaysPublicPortIsOutside(Manifests all) {
        return Stream.concat(
                backends(all)
                        .filter(each -> !each.getService().getName().equals("gateway")
                                || !"http".equals(each.getService().getPort().getName())),
                all.all(HTTPRoute.class)
                        .flatMap(each -> each.getSpec().getRules().stream())
                        .flatMap(rule -> rule.getBackendRefs().stream())
                        .filter(each -> !each.getName().equals("gateway") || each.getPort() != 8080));
    }

    static Stream<?> ingressesAreEncrypted(Manifests all) {
        return all.all(Ingress.class)
                .filter(each -> !each.getSpec().getRules().stream()
                        .allMatch(rule -> each.getSpec().getTls().stream()
                                .anyMatch(
                                        tls -> tls.getHosts().contains(rule.getHost()) && tls.getSecretName() != null)))
                .map(Manifests::label);
    }

    static Stream<?> routesAreEncrypted(Manifests all) {
        return all.all(HTTPRoute.class)
                .filter(each -> !each.getSpec().getParentRefs().stream()
                        .allMatch(parent -> "https".equals(parent.getSectionName())))
                .map(Manifests::label);
    }

    static Stream<?> waysInHaveAName(Manifests all) {
        return Stream.concat(
                all.all(Ingress.class)
                        .filter(each -> each.getSpec().getIngressClassName() == null
                                || each.getSpec().getRules().stream().anyMatch(rule -> rule.getHost() == null)),
                all.all(HTTPRoute.class)
                        .filter(each -> each.getSpec().getHostnames().isEmpty()));
    }

    /** The gateway closes a connection that is idle: the proxy in front has to do so before, and has to say so. */
    static Stream<?> theProxyLetsGoFirst(Manifests all) {
        Duration gateways = gatewaysIdleTime();
        List<Duration> proxys = all.all(GenericKubernetesResource.class)
                .map(each -> each.<String>get(IDLE.get(each.getKind())))
                .filter(each -> each != null)
                .map(EdgeRules::duration)
                .toList();
        return proxys.size() == 1 && proxys.get(0).plusSeconds(2).compareTo(gateways) <= 0
                ? Stream.of()
                : Stream.of(proxys + " in front of " + gateways);
    }

    static Stream<?> whatTheProxyIsToldIsForTheGateway(Manifests all) {
        return all.all(GenericKubernetesResource.class)
                .filter(each -> each.getKind().equals("ServersTransport")
                        ? !(each.getMetadata().getNamespace() + "-"
                                        + each.getMetadata().getName() + "@kubernetescrd")
                                .equals(all.service("gateway")
                                        .map(service -> service.getMetadata().getAnnotations())
                                        .map(notes ->
                                                notes.get("traefik.ingress.kubernetes.io/service.serverstransport"))
                                        .orElse(null))
                        : !"HTTPRoute".equals(each.get("spec", "targetRefs", 0, "kind"))
                                || !all.has("HTTPRoute", each.get("spec", "targetRefs", 0, "name")))
                .map(Manifests::label);
    }

    /** These two have no model here, so each of their fields is named. */
    static Stream<?> theProxyIsToldNothingElse(Manifests all) {
        Map<String, List<String>> fields = Map.of(
                "ServersTransport",
                List.of("forwardingTimeouts{dialTimeout,idleConnTimeout}"),
                "BackendTrafficPolicy",
                List.of("targetRefs{group,kind,name}", "timeout{http{connectionIdleTimeout},tcp{connectTimeout}}"));
        return all.all(GenericKubernetesResource.class)
                .filter(each -> !fields.get(each.getKind()).equals(shape(each.get("spec"))));
    }

    /** Otherwise everybody is counted as one address: the proxy's. */
    static Stream<?> theProxyIsBelieved(Manifests all) {
        return all.services().stream()
                .filter(each -> each.name().equals("gateway"))
                .filter(each -> !each.environment(all)
                                .getOrDefault("COUNTERCLAIM_LIMIT_TRUSTED_PROXIES", "")
                                .matches("[0-9a-f.:]+/\\d+(,[0-9a-f.:]+/\\d+)*")
                        || !"true".equals(each.environment(all).get("COUNTERCLAIM_BEHIND_TLS")));
    }

    /** A connection between two requests is cut off by both, whichever is first. */
    private static Duration gatewaysIdleTime() {
        return Stream.of("counterclaim.head-timeout", "quarkus.http.idle-timeout")
                .map(key -> duration(ServiceConfig.of("gateway").value(key)))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private static Duration duration(String text) {
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }

    private static Stream<IngressBackend> backends(Manifests all) {
        return all.all(Ingress.class)
                .flatMap(each -> each.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> path.getBackend());
    }

    /** The names of all fields, in order. */
    private static List<String> shape(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + inner(each.getValue()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static String inner(Object value) {
        if (value instanceof List<?> list) {
            return inner(list.get(0));
        }
        return value instanceof Map<?, ?> map ? "{" + String.join(",", shape((Map<String, Object>) map)) + "}" : "";
    }
}

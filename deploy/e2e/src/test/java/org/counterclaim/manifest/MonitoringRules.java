package org.counterclaim.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is looked at, and who is called. Each rule gives what breaks it. */
final class MonitoringRules {

    private static final Path RULES = Path.of(System.getProperty("root.dir"), "deploy/prometheus/rules.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    private MonitoringRules() {}

    static Stream<?> eachServiceIsScraped(Manifests all) {
        return all.services().stream()
                .filter(each -> all.all(ServiceMonitor.class)
                        .noneMatch(monitor -> all.service(each.name())
                                .filter(service -> Selectors.choose(
                                        monitor.getSpec().getSelector(),
                                        service.getMetadata().getLabels()))
                                .isPresent()));
    }

    static Stream<?> onlyServicesAreScraped(Manifests all) {
        return all.all(ServiceMonitor.class)
                .flatMap(monitor -> all.all(Service.class)
                        .filter(each -> Selectors.choose(
                                monitor.getSpec().getSelector(),
                                each.getMetadata().getLabels()))
                        .filter(each -> all.services().stream()
                                .noneMatch(service ->
                                        service.name().equals(each.getMetadata().getName())))
                        .map(Manifests::label));
    }

    static Stream<?> whatIsScrapedHasThePort(Manifests all) {
        return all.all(ServiceMonitor.class)
                .flatMap(monitor -> monitor.getSpec().getEndpoints().stream())
                .filter(endpoint -> all.services().stream()
                        .anyMatch(each -> all.service(each.name())
                                .filter(service -> service.getSpec().getPorts().stream()
                                        .anyMatch(port -> port.getName().equals(endpoint.getPort())))
                                .isEmpty()));
    }

    static Stream<?> metricsAreAskedForWhereTheyAre(Manifests all) {
        return all.all(ServiceMonitor.class)
                .flatMap(monitor -> monitor.getSpec().getEndpoints().stream())
                .filter(each -> !"management".equals(each.getPort()) || !"/q/metrics".equals(each.getPath()));
    }

    /** Alerts and dashboards know the services by this name. */
    static Stream<?> jobsAreCalledLikeTheServices(Manifests all) {
        return Stream.concat(
                all.all(ServiceMonitor.class)
                        .filter(each -> !Workload.NAME.equals(each.getSpec().getJobLabel()))
                        .map(Manifests::label),
                all.services().stream()
                        .filter(each -> all.service(each.name())
                                .filter(service -> each.name()
                                        .equals(service.getMetadata()
                                                .getLabels()
                                                .get(Workload.NAME)))
                                .isEmpty()));
    }

    /** One text, which {@code promtool} tests where it is at hand. */
    static Stream<?> alertsAreThoseThatAreTested(Manifests all) {
        JsonNode tested = StrictReader.documents(RULES).get(0).path("groups");
        return all.all(PrometheusRule.class)
                .filter(each -> each.getMetadata().getName().equals("counterclaim"))
                .filter(each -> !JSON.valueToTree(each.getSpec().getGroups()).equals(tested))
                .map(Manifests::label);
    }

    static Stream<?> thereAreAlerts(Manifests all) {
        return alerts(all).isEmpty() ? Stream.of("no alert") : Stream.of();
    }

    /** Whoever is woken up needs to know how bad it is, what it is, and what to look at. */
    static Stream<?> alertsSayWhatToDo(Manifests all) {
        return alerts(all).stream()
                .filter(each ->
                        !List.of("page", "ticket").contains(each.getLabels().get("severity"))
                                || each.getAnnotations().get("summary") == null
                                || each.getAnnotations().get("description") == null)
                .map(Rule::getAlert);
    }

    private static List<Rule> alerts(Manifests all) {
        return all.all(PrometheusRule.class)
                .flatMap(each -> each.getSpec().getGroups().stream())
                .flatMap(group -> group.getRules().stream())
                .filter(rule -> rule.getAlert() != null)
                .toList();
    }
}

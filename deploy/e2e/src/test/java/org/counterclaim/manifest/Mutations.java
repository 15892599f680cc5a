package org.counterclaim.manifest;

import static org.counterclaim.manifest.Mutation.drop;
import static org.counterclaim.manifest.Mutation.remove;
import static org.counterclaim.manifest.Mutation.set;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.counterclaim.manifest.Mutation.Edit;

/** For each rule a mistake that it finds. */
final class Mutations {

    private static final String GATEWAY = "Deployment/gateway";
    private static final String ARTICLES = "Deployment/article-service";
    private static final String CLAIMS = "Deployment/claim-service";
    private static final String MONGODB = "StatefulSet/mongodb";
    private static final String BACKUP = "CronJob/backup-documents";
    private static final String PARTNERS = "CronJob/backup-partners";
    private static final String POD = "/spec/template/spec";
    private static final String FIRST = POD + "/containers/0";
    private static final String JOBS_POD = "/spec/jobTemplate/spec/template/spec";
    private static final String NAME = "app.kubernetes.io~1name";

    private Mutations() {}

    static List<Mutation> all() {
        return Stream.of(pods(), security(), probes(), scaling(), network(), config(), edge(), monitoring(), backup())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Mutation> pods() {
        return Stream.of(
                dev("imagesArePinned", set(GATEWAY, FIRST + "/image", "counterclaim/gateway:latest")),
                dev("imagesAreNotPulledAgain", set(BACKUP, JOBS_POD + "/initContainers/0/imagePullPolicy", "Always")),
                prod(
                        "ourImagesAreOfThisVersion",
                        set(CLAIMS, FIRST + "/image", "registry.example/counterclaim/claim-service:0.0.9")),
                dev("whatIsNeededIsRequested", remove(ARTICLES, FIRST + "/resources/requests/cpu")),
                dev("whatIsTakenIsLimited", remove(MONGODB, POD + "/initContainers/0/resources/limits")),
                dev("noRequestIsAboveItsLimit", set(GATEWAY, FIRST + "/resources/requests/cpu", "3")),
                dev("theServicesMemoryIsTheirs", set(CLAIMS, FIRST + "/resources/limits/memory", "1Gi")),
                dev("whatIsMountedIsThere", remove(GATEWAY, POD + "/volumes/1")),
                dev("whatIsThereIsMounted", remove(GATEWAY, FIRST + "/volumeMounts/1")),
                dev("temporaryFilesHaveAPlace", set(ARTICLES, FIRST + "/volumeMounts/0/mountPath", "/var/tmp")),
                dev("placesInMemoryAndOnNodesAreBounded", remove(ARTICLES, POD + "/volumes/0/emptyDir/sizeLimit")),
                dev(
                        "eachIsSpreadOverZonesAndNodes",
                        set(GATEWAY, POD + "/topologySpreadConstraints/1/labelSelector/matchLabels/" + NAME, "other")),
                dev("servicesAreFoundByName", remove(ARTICLES, POD + "/enableServiceLinks")),
                dev("variablesAreGivenOnce", set(ARTICLES, FIRST + "/env/1/name", "MONGODB_URI")),
                dev("whoIsDoneIsNotStartedAgain", set(BACKUP, JOBS_POD + "/restartPolicy", "OnFailure")));
    }

    private static Stream<Mutation> security() {
        return Stream.of(
                prod(
                        "theNamespaceIsRestricted",
                        set(
                                "Namespace/counterclaim",
                                "/metadata/labels/pod-security.kubernetes.io~1enforce",
                                "baseline")),
                prod("allIsInOneNamespace", set("Service/gateway", "/metadata/namespace", "default")),
                dev("nobodyIsRoot", remove(ARTICLES, POD + "/securityContext/runAsNonRoot")),
                dev("ourUsersAreNobodyOnTheNode", set(ARTICLES, POD + "/securityContext/runAsUser", 1000)),
                dev("systemCallsAreFiltered", set(GATEWAY, POD + "/securityContext/seccompProfile/type", "Unconfined")),
                dev("nobodyGetsMorePrivileges", remove(GATEWAY, FIRST + "/securityContext/allowPrivilegeEscalation")),
                dev(
                        "capabilitiesAreDropped",
                        set(MONGODB, FIRST + "/securityContext/capabilities/add", List.of("CHOWN"))),
                dev(
                        "rootFileSystemsAreReadOnly",
                        set(PARTNERS, JOBS_POD + "/containers/0/securityContext/readOnlyRootFilesystem", false)),
                dev("noContainerTakesBackWhatItsPodSays", set(GATEWAY, FIRST + "/securityContext/runAsUser", 0)),
                dev("nothingOfTheNodeIsShared", set(GATEWAY, POD + "/hostNetwork", true)),
                dev("noPodHasAToken", remove(BACKUP, JOBS_POD + "/automountServiceAccountToken")),
                dev("noAccountGivesAToken", set("ServiceAccount/gateway", "/automountServiceAccountToken", true)),
                dev("eachHasAnAccountOfItsOwn", set(CLAIMS, POD + "/serviceAccountName", "default")),
                dev("volumesAreTheGroups", remove(GATEWAY, POD + "/securityContext/fsGroup")),
                dev("mountedSecretsAreNotForAll", set(GATEWAY, POD + "/volumes/1/secret/defaultMode", 0444)));
    }

    private static Stream<Mutation> probes() {
        return Stream.of(
                dev("eachServerIsAskedThreeThings", remove(ARTICLES, FIRST + "/startupProbe")),
                dev(
                        "aliveAndReadyAreTwoQuestions",
                        set(ARTICLES, FIRST + "/livenessProbe/httpGet/path", "/q/health/ready")),
                dev("probesAskWhereSomebodyListens", set(MONGODB, FIRST + "/livenessProbe/tcpSocket/port", "mongo")),
                dev(
                        "servicesAreAskedOnTheirManagementPort",
                        set(GATEWAY, FIRST + "/readinessProbe/httpGet/port", "http")),
                dev(
                        "servicesAreAskedWhatTheyAnswer",
                        set(GATEWAY, FIRST + "/livenessProbe/httpGet/path", "/health/live")),
                dev("portsAreThoseThatServicesListenOn", set(CLAIMS, FIRST + "/ports/1/containerPort", 9001)),
                dev("aStartMayWaitForTheStore", set(CLAIMS, FIRST + "/startupProbe/failureThreshold", 30)),
                dev(
                        "whoIsNotReadyIsLeftAloneBeforeItIsKilled",
                        set(GATEWAY, FIRST + "/readinessProbe/periodSeconds", 30)),
                dev("whoLeavesWaitsUntilAllHaveHeard", remove(GATEWAY, FIRST + "/lifecycle")),
                dev("theEndIsLongEnough", set(ARTICLES, POD + "/terminationGracePeriodSeconds", 20)),
                dev("requestsUnderWayAreAnswered", set("ConfigMap/trust", "/data/QUARKUS_SHUTDOWN_TIMEOUT", "2s")));
    }

    private static Stream<Mutation> scaling() {
        return Stream.of(
                dev("selectorsChooseTheirOwnPods", set(ARTICLES, "/spec/template/metadata/labels/" + NAME, "articles")),
                dev(
                        "noPodIsChosenByTwo",
                        set(CLAIMS, "/spec/template/metadata/labels/" + NAME, "article-service"),
                        set(CLAIMS, "/spec/selector/matchLabels/" + NAME, "article-service")),
                dev("servicesHavePods", set("Service/claim-service", "/spec/selector/" + NAME, "claims")),
                dev("servicePortsAreListenedOn", set("Service/gateway", "/spec/ports/0/targetPort", "web")),
                dev("nothingIsReachableFromOutsideByItself", set("Service/gateway", "/spec/type", "LoadBalancer")),
                dev("eachServiceScales", drop("HorizontalPodAutoscaler/gateway")),
                dev(
                        "autoscalersHaveATarget",
                        set("HorizontalPodAutoscaler/gateway", "/spec/scaleTargetRef/name", "gate")),
                dev(
                        "autoscalersGoByTheProcessor",
                        set("HorizontalPodAutoscaler/gateway", "/spec/metrics/0/resource/name", "memory")),
                dev("thereAreAlwaysTwo", set("HorizontalPodAutoscaler/gateway", "/spec/minReplicas", 1)),
                dev("whatScalesHasNoNumber", set(GATEWAY, "/spec/replicas", 2)),
                dev("noRolloutTakesAwayBeforeItGives", set(GATEWAY, "/spec/strategy/rollingUpdate/maxUnavailable", 1)),
                dev("eachServerHasABudget", drop("PodDisruptionBudget/postgres")),
                dev(
                        "budgetsAreForSomebody",
                        set("PodDisruptionBudget/gateway", "/spec/selector/matchLabels/" + NAME, "gate")),
                dev("budgetsLetSomebodyGo", set("PodDisruptionBudget/mongodb", "/spec/minAvailable", 3)),
                dev("statefulSetsHaveNames", remove("Service/mongodb", "/spec/clusterIP")),
                dev("theReplicaSetHasThreeMembersWithData", set(MONGODB, "/spec/replicas", 2)));
    }

    private static Stream<Mutation> network() {
        return Stream.of(
                prod(
                        "nothingIsAllowedByDefault",
                        set("NetworkPolicy/nothing-by-default", "/spec/policyTypes", List.of("Ingress"))),
                dev("eachPodHasAPolicyBothWays", drop("NetworkPolicy/postgres")),
                dev(
                        "policiesAreForSomebody",
                        set("NetworkPolicy/claim-service", "/spec/podSelector/matchLabels/" + NAME, "claims")),
                dev(
                        "policiesSayWhichWayTheyAreFor",
                        set("NetworkPolicy/to-issuer", "/spec/policyTypes", List.of("Ingress"))),
                prod(
                        "everybodyCanLookUpNames",
                        set(
                                "NetworkPolicy/names",
                                "/spec/podSelector/matchLabels",
                                Map.of("app.kubernetes.io/name", "gateway"))),
                dev("whatIsAllowedIsListenedOn", set("NetworkPolicy/gateway", "/spec/ingress/0/ports/0/port", 8443)),
                dev(
                        "bothEndsAgree",
                        set("NetworkPolicy/article-service", "/spec/ingress/0/from", List.of(pod("gateway")))),
                prod(
                        "nobodyOpensWhatHeDoesNotNeed",
                        set(
                                "NetworkPolicy/article-service",
                                "/spec/egress/-",
                                Map.of("to", List.of(pod("claim-service"))))),
                prod(
                        "nobodyFromOutsideComesIn",
                        remove("NetworkPolicy/from-ingress", "/spec/ingress/0/from/0/podSelector")),
                prod("webhooksStayOutside", remove("NetworkPolicy/gateway", "/spec/egress/3/to/0/ipBlock/except/4")));
    }

    private static Stream<Mutation> config() {
        return Stream.of(
                dev("configMapsAreThere", set(CLAIMS, FIRST + "/envFrom/2/configMapRef/name", "claims")),
                dev("configMapsAreUsed", remove(CLAIMS, FIRST + "/envFrom/2")),
                dev(
                        "keysOfConfigMapsAreThere",
                        set(
                                ARTICLES,
                                FIRST + "/env/-",
                                Map.of(
                                        "name",
                                        "LOG_JSON",
                                        "valueFrom",
                                        Map.of("configMapKeyRef", Map.of("name", "trust", "key", "LOG"))))),
                dev(
                        "noSecretIsHere",
                        set(ARTICLES, FIRST + "/env/1", Map.of("name", "COUNTERCLAIM_CURSOR_KEY", "value", "x"))),
                dev(
                        "configMapsHaveNoSecrets",
                        set("ConfigMap/gateway", "/data/DATABASE_URL", "postgresql://me:pw@postgres:5432/x")),
                dev("secretsAreDocumented", set(ARTICLES, FIRST + "/env/0/valueFrom/secretKeyRef/key", "MONGO_URL")),
                dev(
                        "whatIsSetIsRead",
                        set("ConfigMap/gateway", "/data/CLAIMS_SERVICE_URL", "http://claim-service:8082")),
                dev("whatPointsHereByItselfIsSet", remove("ConfigMap/claim-service", "/data/OIDC_TOKEN_URL")),
                dev("whatReplicasShareIsSet", remove(GATEWAY, FIRST + "/env/1")),
                dev(
                        "eachHasSecretsOfItsOwn",
                        set(CLAIMS, FIRST + "/env/0/valueFrom/secretKeyRef/name", "article-service")),
                dev(
                        "filesThatAreNamedAreMounted",
                        set("ConfigMap/gateway", "/data/COUNTERCLAIM_SIGNING_KEYS", "/etc/keys.json")),
                dev("filesThatAreMountedAreNamed", remove("ConfigMap/gateway", "/data/COUNTERCLAIM_SIGNING_KEYS")),
                dev(
                        "addressesAreOfServices",
                        set("ConfigMap/gateway", "/data/CLAIM_SERVICE_URL", "http://claim-service:8081")),
                dev("allTrustTheSame", set("ConfigMap/claim-service", "/data/OIDC_ISSUER", "https://other.example")));
    }

    private static Stream<Mutation> edge() {
        String ingress = "/spec/rules/0/http/paths/0/backend/service";
        String route = "/spec/rules/0/backendRefs/0";
        return Stream.of(
                dev("thereIsOneWayIn", drop("Ingress/gateway")),
                dev("ingressesLeadToPorts", set("Ingress/gateway", ingress + "/port/name", "web")),
                prod("routesLeadToPorts", set("HTTPRoute/gateway", route + "/port", 80)),
                prod("onlyTheGatewaysPublicPortIsOutside", set("HTTPRoute/gateway", route + "/port", 9000)),
                dev("ingressesAreEncrypted", remove("Ingress/gateway", "/spec/tls/0/hosts/0")),
                prod("routesAreEncrypted", set("HTTPRoute/gateway", "/spec/parentRefs/0/sectionName", "http")),
                prod("waysInHaveAName", set("HTTPRoute/gateway", "/spec/hostnames", List.of())),
                prod(
                        "theProxyLetsGoFirst",
                        set("BackendTrafficPolicy/gateway", "/spec/timeout/http/connectionIdleTimeout", "60s")),
                dev("whatTheProxyIsToldIsForTheGateway", remove("Service/gateway", "/metadata/annotations")),
                dev(
                        "theProxyIsToldNothingElse",
                        set("ServersTransport/gateway", "/spec/forwardingTimeouts/idleTimeout", "5s")),
                prod("theProxyIsBelieved", remove("ConfigMap/gateway", "/data/COUNTERCLAIM_LIMIT_TRUSTED_PROXIES")));
    }

    private static Stream<Mutation> monitoring() {
        String endpoint = "/spec/endpoints/0";
        return Stream.of(
                dev("eachServiceIsScraped", remove("Service/gateway", "/metadata/labels/app.kubernetes.io~1component")),
                dev(
                        "onlyServicesAreScraped",
                        set("Service/mongodb", "/metadata/labels/app.kubernetes.io~1component", "service")),
                dev("whatIsScrapedHasThePort", set("ServiceMonitor/counterclaim", endpoint + "/port", "metrics")),
                dev(
                        "metricsAreAskedForWhereTheyAre",
                        set("ServiceMonitor/counterclaim", endpoint + "/path", "/metrics")),
                dev("jobsAreCalledLikeTheServices", remove("ServiceMonitor/counterclaim", "/spec/jobLabel")),
                dev(
                        "alertsAreThoseThatAreTested",
                        set("PrometheusRule/counterclaim", "/spec/groups/0/rules/0/expr", "vector(1)")),
                dev("thereAreAlerts", drop("PrometheusRule/counterclaim"), drop("PrometheusRule/backup")),
                dev("alertsSayWhatToDo", remove("PrometheusRule/backup", "/spec/groups/0/rules/0/annotations")));
    }

    private static Stream<Mutation> backup() {
        return Stream.of(
                dev("bothKindsOfStoreAreBackedUp", drop(PARTNERS)),
                dev("noBackupMeetsTheOneBefore", set(BACKUP, "/spec/concurrencyPolicy", "Allow")),
                dev("backupsEnd", remove(BACKUP, "/spec/jobTemplate/spec/activeDeadlineSeconds")),
                dev("oneThatWasMissedIsMadeUpFor", remove(BACKUP, "/spec/startingDeadlineSeconds")),
                dev("failuresStayToBeReadAWhile", set(BACKUP, "/spec/failedJobsHistoryLimit", 0)),
                dev("backupsAreMadeOneAfterTheOther", set(PARTNERS, "/spec/schedule", "10 2 * * *")),
                dev("backupsOutliveTheirPods", drop("PersistentVolumeClaim/backups")),
                dev(
                        "whatIsStartedIsInTheImage",
                        set(BACKUP, JOBS_POD + "/initContainers/0/args/0", "org.counterclaim.local.Backups")),
                dev("whatReadsTheDatabaseIsAsNew", set(PARTNERS, JOBS_POD + "/containers/0/image", "postgres:17.6")),
                dev("whatTriesAgainStopsAtSomeTime", remove("Job/mongodb-init", "/spec/backoffLimit")));
    }

    private static Map<String, ?> pod(String name) {
        return Map.of("podSelector", Map.of("matchLabels", Map.of("app.kubernetes.io/name", name)));
    }

    private static Mutation dev(String rule, Edit... edits) {
        return new Mutation(rule, "dev", edits);
    }

    private static Mutation prod(String rule, Edit... edits) {
        return new Mutation(rule, "prod", edits);
    }
}

package org.counterclaim.e2e;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.counterclaim.kit.fixture.AuthorizationMatrix;
import org.counterclaim.kit.fixture.AuthorizationMatrix.Caller;
import org.counterclaim.kit.fixture.HiddenThings;
import org.counterclaim.kit.fixture.HiddenThings.Pair;
import org.counterclaim.local.LocalIssuer;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operation of the gateway's contract, the services' among them, for every kind of caller, with real API keys. */
@OnRunningSystem
class AuthorizationIT {

    private static final String ULID = "01JRD8VN4Z5D8C7A2V0X3K9QWE";
    private static final String STORY = "/v1/stories/{id}";
    private static final String NO_STORY = "/v1/stories/art_" + ULID;

    private final Map<List<String>, String> keys = new ConcurrentHashMap<>();
    private final RunningSystem system;

    AuthorizationIT(RunningSystem system) {
        this.system = system;
    }

    @TestFactory
    Stream<DynamicTest> everyOperationLetsInWhomItsContractNames() {
        return AuthorizationMatrix.tests(
                this::request,
                Map.ofEntries(
                        Map.entry("articles", "art_" + ULID),
                        Map.entry("revisions", "1"),
                        Map.entry("jobs", "job_" + ULID),
                        Map.entry("by-slug", "a-slug"),
                        Map.entry("claims", "clm_" + ULID),
                        Map.entry("positions", "pos_" + ULID),
                        Map.entry("appearances", "app_" + ULID),
                        Map.entry("relations", "refines"),
                        Map.entry("refines", "clm_" + ULID),
                        Map.entry("by-article", "art_" + ULID),
                        Map.entry("parties", "pty_" + ULID),
                        Map.entry("evidence", "evd_" + ULID),
                        Map.entry("reviews", "rev_" + ULID),
                        Map.entry("rating-scales", "rsc_nobody"),
                        Map.entry("stories", "art_" + ULID),
                        Map.entry("partners", "prt_" + ULID),
                        Map.entry("api-keys", "key_" + ULID),
                        Map.entry("openapi", "article-service")));
    }

    /** What the gateway composes; what it passes through is tried at the services. */
    @TestFactory
    Stream<DynamicTest> noReaderCanTellWhatIsHiddenFromNothing() {
        String draft = "/v1/stories/" + system.draft("Hidden from readers");
        String claim = "/v1/claims/" + claim();
        return HiddenThings.tests(
                this::request,
                Map.of(
                        STORY,
                        pairs(draft, NO_STORY, ""),
                        STORY + "/digest",
                        pairs(draft, NO_STORY, "/digest"),
                        STORY + "/positions",
                        pairs(draft, NO_STORY, "/positions"),
                        STORY + "/timeline",
                        pairs(draft, NO_STORY, "/timeline"),
                        STORY + "/diff",
                        pairs(draft, NO_STORY, "/diff?since=2026-01-01T00:00:00Z"),
                        "/v1/claims/{id}/stories",
                        pairs(claim, "/v1/claims/clm_" + ULID, "/stories")),
                path -> path.startsWith(STORY) || path.equals("/v1/claims/{id}/stories"));
    }

    private static List<Pair> pairs(String hidden, String missing, String part) {
        return List.of(new Pair(hidden + part, missing + part));
    }

    /** A draft of one. */
    private String claim() {
        return system.as("reporter")
                .contentType(ContentType.JSON)
                .body("{\"text\": \"Hidden from readers.\", \"shortText\": \"Hidden\"}")
                .post("/v1/claims?allowDuplicate=true")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private RequestSpecification request(Caller caller, List<String> scopes) {
        return switch (caller) {
            case ANONYMOUS -> system.anyone();
            case KEY_WITHOUT_SCOPE -> system.withKey(key(List.of("read")));
            case KEY_WITH_SCOPE -> system.withKey(key(scopes.isEmpty() ? List.of("read") : scopes));
            case REPORTER -> system.as("reporter");
            case EDITOR -> system.as("editor");
            case ADMIN -> system.as("admin");
            case SERVICE -> system.as("service");
            case EXPIRED -> system.withToken(system.issuer().token("one", Set.of("admin"), Duration.ofMinutes(-5)));
            case WRONG_AUDIENCE -> system.withToken(forAnotherAudience());
        };
    }

    private String key(List<String> scopes) {
        return keys.computeIfAbsent(scopes, each -> system.key("newsroom", each.toArray(String[]::new)));
    }

    private String forAnotherAudience() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(LocalIssuer.ISSUER);
        claims.setAudience("another");
        claims.setSubject("one");
        claims.setStringListClaim("groups", "admin");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        return system.issuer().sign(claims);
    }
}

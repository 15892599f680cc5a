package org.counterclaim.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.counterclaim.e2e.Collector.Received;
import org.counterclaim.local.Service;
import org.junit.jupiter.api.Test;

/** What comes out of the running services for those who watch over them: spans and logs. */
@OnRunningSystem
class TelemetryIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What Java says before anything of ours runs, on a machine that sets options for it. */
    private static final String OF_THE_JVM = "(NOTE: )?Picked up J.*";

    private final RunningSystem system;

    TelemetryIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void oneTraceLeadsThroughAllServicesToTheStore() {
        String story = system.draft("Followed everywhere");
        String trace = await().atMost(Duration.ofSeconds(30)).until(() -> readWhole(story), Objects::nonNull);
        String caller = callerOf(trace);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Received root = only(trace, caller, "gateway", "GET /v1/stories/{id}");
            List<Received> calls = children(root);
            Received article = servedTo(calls, "article-service", "GET /v1/articles/{id}");
            only(trace, article.id(), "article-service", "find articles");
            Received claims = servedTo(calls, "claim-service", "GET /v1/claims/by-article/{articleId}");
            only(trace, claims.id(), "claim-service", "find claims");
            Received asked = servedTo(children(claims), "article-service", "GET /v1/articles/{id}");
            only(trace, asked.id(), "article-service", "find articles");
        });
    }

    /** The trace of a read that got everything within its budgets; what has just been started takes longer at first. */
    private String readWhole(String story) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        JsonPath answer = system.as("reporter")
                .header("traceparent", "00-" + trace + "-" + callerOf(trace) + "-01")
                .get("/v1/stories/" + story)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return answer.getBoolean("completeness.complete") ? trace : null;
    }

    private static String callerOf(String trace) {
        return trace.substring(16);
    }

    /** What a service has recorded of one of these calls to it. */
    private Received servedTo(List<Received> calls, String service, String name) {
        return calls.stream()
                .flatMap(call -> children(call).stream())
                .filter(span -> span.service().equals(service) && span.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " of " + service));
    }

    private List<Received> children(Received parent) {
        return system.collector().spans().stream()
                .filter(span ->
                        span.trace().equals(parent.trace()) && span.parent().equals(parent.id()))
                .toList();
    }

    private Received only(String trace, String parent, String service, String name) {
        List<Received> found = system.collector().spans().stream()
                .filter(span -> span.trace().equals(trace) && span.parent().equals(parent))
                .filter(span -> span.service().equals(service) && span.name().equals(name))
                .toList();
        assertEquals(1, found.size(), name);
        return found.get(0);
    }

    @Test
    void everyLineOfALogIsJsonAndKeepsSecrets() throws IOException {
        String key = system.key("free", "read");
        system.withKey(key)
                .contentType("application/json")
                .body("{\"headline\": \"A headline that nobody logs\"")
                .post("/v1/articles")
                .then()
                .statusCode(403);
        system.as("reporter")
                .contentType("application/json")
                .body("{\"headline\": \"A headline that nobody logs\"")
                .post("/v1/articles")
                .then()
                .statusCode(400);
        for (Service service : Service.values()) {
            List<String> lines = Files.readAllLines(system.data().log(service)).stream()
                    .filter(line -> !line.matches(OF_THE_JVM))
                    .toList();
            assertFalse(lines.isEmpty(), service::toString);
            for (String line : lines) {
                JsonNode json = JSON.readTree(line);
                for (String member : List.of("timestamp", "level", "loggerName", "message", "service")) {
                    assertTrue(json.hasNonNull(member), line);
                }
                for (String secret : List.of(key.substring(key.length() - 20), "Bearer ", "X-API-Key", "nobody logs")) {
                    assertFalse(line.contains(secret), line);
                }
            }
        }
    }
}

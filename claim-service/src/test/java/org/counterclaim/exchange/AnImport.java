package org.counterclaim.exchange;

import static org.awaitility.Awaitility.await;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.counterclaim.kit.fixture.Tokens;

/** Bringing many fact-checks, and waiting for what comes of them. */
final class AnImport {

    static final String LINES = "application/x-ndjson";
    static final String TABS = "text/tab-separated-values";

    private AnImport() {}

    /** @param more what else is asked for, behind the query */
    static Response send(String more, String query, String type, byte[] body) {
        return sending(Tokens.editor(), type, body).post("/v1/claims/imports" + query + more);
    }

    /** The job when it is over. */
    static JsonPath done(Response started) {
        started.then().statusCode(202);
        String path = "/v1/claims/jobs/" + started.path("id");
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> as(Tokens.editor()).get(path).jsonPath(),
                        job -> List.of("done", "failed").contains(job.getString("state")));
    }

    /** What is odd about rows, or wrong with them. */
    static List<JsonPath> warnings(JsonPath job) {
        return as(Tokens.editor())
                .get("/v1/claims/jobs/" + job.getString("id") + "/warnings")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(JsonPath::from)
                .toList();
    }

    static void assertCounts(JsonPath job, int rows, int created, int merged, int unchanged, int failed) {
        assertEquals(
                List.of("done", rows, rows, created, merged, unchanged, failed),
                List.of(
                        job.getString("state"),
                        job.getInt("rows"),
                        job.getInt("done"),
                        job.getInt("created"),
                        job.getInt("merged"),
                        job.getInt("unchanged"),
                        job.getInt("failed")));
    }
}

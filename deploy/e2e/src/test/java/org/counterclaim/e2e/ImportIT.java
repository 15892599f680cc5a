package org.counterclaim.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.counterclaim.local.Service;
import org.junit.jupiter.api.Test;

/** Very many fact-checks, through the gateway, into a service whose heap is far smaller than what it reads and keeps. */
@OnRunningSystem
class ImportIT {

    private static final int ROWS = Integer.getInteger("import.rows", 300);
    private static final Duration PATIENCE = Duration.ofMinutes(50);

    private final RunningSystem system;

    ImportIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void nothingIsLostOrInventedHoweverMuchItIs() throws Exception {
        JsonPath first = done(send());
        assertEquals(List.of(ROWS, 0, 0, 0), counts(first));
        JsonPath second = done(send());
        assertEquals(List.of(0, 0, ROWS, 0), counts(second));
        System.out.printf("%d fact-checks in %s, again in %s%n", ROWS, time(first), time(second));
    }

    /** Rows are made while they are sent. */
    private String send() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address("/v1/claims/imports"))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(ImportIT::rows))
                .build();
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        assertEquals(202, answer.statusCode(), answer::body);
        return JsonPath.from(answer.body()).getString("id");
    }

    private JsonPath done(String job) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> system.withToken(token())
                                .get("/v1/claims/jobs/" + job)
                                .jsonPath(),
                        state -> List.of("done", "failed").contains(state.getString("state")));
    }

    private String token() {
        return system.issuer().token("importer", Set.of("editor"), PATIENCE);
    }

    private URI address(String path) {
        return URI.create(system.system().ports().address(Service.GATEWAY) + path);
    }

    private static List<Integer> counts(JsonPath job) {
        return List.of(job.getInt("created"), job.getInt("merged"), job.getInt("unchanged"), job.getInt("failed"));
    }

    private static Duration time(JsonPath job) {
        return Duration.between(Instant.parse(job.getString("startedAt")), Instant.parse(job.getString("endedAt")));
    }

    private static InputStream rows() {
        Iterator<InputStream> rows = IntStream.range(0, ROWS)
                .mapToObj(number ->
                        (InputStream) new ByteArrayInputStream(row(number).getBytes(UTF_8)))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return rows.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return rows.next();
            }
        });
    }

    private static String row(int number) {
        return """
            {"@type": "ClaimReview", "url": "https://fact.example/%1$d", "inLanguage": "en", "claimReviewed": "Boat %1$d was seen off Sylt.", "author": {"name": "F"}, "reviewBody": "x", "reviewRating": {"alternateName": "False"}}
            """.formatted(number);
    }
}

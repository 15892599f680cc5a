package org.counterclaim.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterclaim.local.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes come and go while people read, write and follow at the gateway's address. {@code -Drolling.restarts=N} and
 * {@code -Dkill.cycles=N} do it more often.
 */
@OnRunningSystem
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RESTARTS = Integer.getInteger("rolling.restarts", 1);
    private static final int KILLS = Integer.getInteger("kill.cycles", 3);
    private static final int ROWS = 500;
    private static final Duration SHIFT = Duration.ofHours(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path logs;

    private static RunningSystem system;
    private static Story story;
    private static Fleet fleet;
    private static ExecutorService threads;

    @BeforeAll
    static void start(RunningSystem given) {
        system = given;
        story = Story.publishedIn(system);
        threads = Executors.newCachedThreadPool();
        fleet = new Fleet(system, logs, settings());
    }

    @AfterAll
    static void stop() throws Exception {
        fleet.close();
        threads.shutdownNow();
    }

    /** All services are rolled out at the same time; what fails is also what is answered without the claims. */
    @Test
    @Order(1)
    void nobodyNoticesThatEverythingIsRolledOutAnew() throws Exception {
        try (Load load = new Load(fleet.port(), system.issuer(), story).start()) {
            for (int round = 0; round < RESTARTS; round++) {
                List<Future<?>> rolling = new ArrayList<>();
                for (Service service : Service.values()) {
                    rolling.add(threads.submit(() -> {
                        fleet.replace(service);
                        return null;
                    }));
                }
                for (Future<?> service : rolling) {
                    service.get();
                }
            }
            load.stop();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertEquals(
                            Set.of(), load.unheard(), () -> "is not heard of; failed: " + load.failures()));
            assertEquals(List.of(), load.failures(), () -> load.failures().size() + " failed of " + load.served());
            assertTrue(load.served().values().stream().allMatch(count -> count > 0), load.served()::toString);
            assertEquals(List.of(), fleet.errors());
            System.out.printf("%d rolling restarts of everything: none failed of %s%n", RESTARTS, load.served());
        }
    }

    /**
     * Each service is killed in turn, the first one while it imports: what was confirmed is there, what was sent again is there once,
     * and of what was being imported every row comes to one article all the same.
     */
    @Test
    @Order(2)
    void nothingIsLostAndNothingMadeTwiceWhenProcessesAreKilled() throws Exception {
        List<Author> authors = List.of(
                author("reporter", "/v1/articles", "headline", text -> "{\"headline\": \"" + text + "\"}"),
                author("reporter", "/v1/parties", "name", text -> "{\"type\": \"Person\", \"name\": \"" + text + "\"}"),
                author("reporter", "/v1/claims", "text", story::anotherClaim),
                author("reporter", "/v1/claims", "text", story::anotherClaim),
                author("admin", "/v1/partners", "name", text -> "{\"name\": \"" + text + "\", \"plan\": \"free\"}"));
        Import begun = write(authors);
        Visitor reader = visitor("reader", "admin");
        for (Author author : authors) {
            assertEquals(List.of(), author.failures());
            assertEquals(author.made(), author.found(reader));
        }
        assertWentOnWhereItWasKilled(begun);
        assertEquals(List.of(), fleet.errors());
        int made = authors.stream().mapToInt(author -> author.made().size()).sum();
        int repeated = authors.stream().mapToInt(Author::repeated).sum();
        System.out.printf("%d kills among %d things made, %d requests repeated%n", KILLS, made, repeated);
    }

    /** An import that is under way, and until when it was. */
    private record Import(Visitor editor, String path, Instant seen) {

        static Import begin() throws IOException {
            Visitor editor = visitor("who brings them", "editor");
            Visitor.Answer accepted =
                    editor.send("POST", "/v1/articles/imports", Map.of("Content-Type", "application/x-ndjson"), rows());
            assertEquals(202, accepted.status(), accepted.body());
            String path = "/v1/articles/jobs/" + new JsonPath(accepted.body()).getString("id");
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> job(editor, path).getInt("done") > 0);
            return new Import(editor, path, Instant.now());
        }

        JsonPath now() throws IOException {
            return RestartIT.job(editor, path);
        }
    }

    private static void assertWentOnWhereItWasKilled(Import begun) throws IOException {
        await().atMost(PATIENCE).until(() -> begun.now().getString("state").equals("done"));
        JsonPath done = begun.now();
        assertTrue(
                Instant.parse(done.getString("endedAt")).isAfter(begun.seen()),
                () -> "It was too quick: " + done.prettify());
        assertEquals(ROWS - 1, done.getInt("created"), done::prettify);
        assertEquals(1, done.getInt("failed"), done::prettify);
        assertTrue(begun.editor().get(begun.path() + "/errors").body().startsWith("{\"row\":200,"));
        List<String> headlines = begun.editor()
                .get("/v1/articles/exports")
                .body()
                .lines()
                .map(RestartIT::headline)
                .filter(headline -> headline.startsWith("Brought "))
                .sorted()
                .toList();
        assertEquals(
                IntStream.rangeClosed(1, ROWS)
                        .filter(row -> row != 200)
                        .mapToObj(row -> "Brought " + row)
                        .sorted()
                        .toList(),
                headlines);
    }

    /** The last, because nothing is left of it then. */
    @Test
    @Order(3)
    void aServiceThatIsToldToEndServesOnAndLeavesNobodyWaiting() throws Exception {
        Replica replica = fleet.serving(Service.ARTICLE);
        Visitor reader = new Visitor(replica.port(), Map.of());
        Visitor waiting = new Visitor(replica.port(), Map.of());
        String head =
                new JsonPath(waiting.get("/v1/articles/changes?cursor=head").body()).get("page.nextCursor");
        long begun = System.nanoTime();
        Future<Visitor.Answer> news = threads.submit(() -> waiting.get(
                "/v1/articles/changes?waitMs=8000&cursor=" + URLEncoder.encode(head, StandardCharsets.UTF_8)));
        assertNull(reader.get("/v1/articles").headers().get("connection"));
        replica.askToStop();
        await().atMost(PATIENCE).until(() -> !replica.isReady().orElse(true));
        Visitor.Answer served = reader.get("/v1/articles");
        assertEquals(200, served.status());
        assertEquals("close", served.headers().get("connection"));
        assertEquals(200, news.get().status());
        assertEquals("close", news.get().headers().get("connection"));
        assertTrue(System.nanoTime() - begun < Duration.ofSeconds(7).toNanos(), "It was let wait to its end");
        assertTrue(replica.ends(Fleet.GRACE));
        assertEquals(List.of(), fleet.errors());
    }

    private static JsonPath job(Visitor editor, String path) throws IOException {
        return new JsonPath(editor.get(path).body());
    }

    private static String headline(String line) {
        try {
            return JSON.readTree(line).path("headline").asText();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rows() {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> row == 200 ? "{\"headline\": 200}\n" : "{\"headline\": \"Brought " + row + "\"}\n")
                .collect(Collectors.joining());
    }

    /** @return what was being imported when the first one died */
    private static Import write(List<Author> authors) throws Exception {
        ScheduledExecutorService desks = Executors.newScheduledThreadPool(authors.size());
        Import begun = null;
        try {
            authors.forEach(author -> desks.scheduleWithFixedDelay(author::send, 0, 250, TimeUnit.MILLISECONDS));
            for (int kill = 0; kill < KILLS; kill++) {
                awaitProgress(authors);
                begun = kill == 0 ? Import.begin() : begun;
                fleet.kill(Service.values()[kill % Service.values().length]);
            }
            awaitProgress(authors);
        } finally {
            desks.shutdown();
            assertTrue(desks.awaitTermination(30, TimeUnit.SECONDS));
        }
        authors.forEach(author -> await().atMost(PATIENCE).until(() -> {
            if (!author.isSure()) {
                author.send();
            }
            return author.isSure();
        }));
        return begun;
    }

    private static void awaitProgress(List<Author> authors) {
        for (Author author : authors) {
            int before = author.made().size();
            await().atMost(PATIENCE).until(() -> author.made().size() >= before + 5);
        }
    }

    private static Author author(String role, String path, String member, UnaryOperator<String> body) {
        return new Author(visitor("who makes " + path, role), path, member, body);
    }

    private static Visitor visitor(String name, String role) {
        String token = system.issuer().token(name, Set.of(role), SHIFT);
        return new Visitor(fleet.port(), Map.of("Authorization", "Bearer " + token));
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        // what they are in production, but shorter: a connection rests for less time than a service still serves that
        // is to end
        settings.put("QUARKUS_SHUTDOWN_DELAY", "2500ms");
        settings.put("COUNTERCLAIM_ARTICLE_SERVICE_KEEP_ALIVE", "1s");
        settings.put("COUNTERCLAIM_CLAIM_SERVICE_KEEP_ALIVE", "1s");
        settings.put("QUARKUS_REST_CLIENT_ARTICLES_CONNECTION_TTL", "1000");
        // which is looked through for errors; only what the running system itself tells is looked at for more
        settings.put("LOG_JSON", "false");
        settings.put("QUARKUS_LOG_CATEGORY__ORG_JBOSS_RESTEASY_REACTIVE_COMMON_CORE__LEVEL", "INFO");
        // everybody comes from one address
        settings.put("COUNTERCLAIM_LIMIT_ANONYMOUS_BURST", "1000000");
        settings.put("COUNTERCLAIM_LIMIT_STAFF_BURST", "1000000");
        // a machine on which six processes start at once is slow, which is not what is tried here
        settings.put("COUNTERCLAIM_ARTICLE_SERVICE_BUDGET", "8s");
        settings.put("COUNTERCLAIM_CLAIM_SERVICE_BUDGET", "8s");
        settings.put("QUARKUS_REST_CLIENT_ARTICLES_READ_TIMEOUT", "8000");
        // one that takes requests while it is still cold is the harder case, and there sooner
        settings.put("COUNTERCLAIM_WARM_UP", "0s");
        // a request that died with its process is done again at once
        settings.put("COUNTERCLAIM_IDEMPOTENCY_LEASE", "1s");
        settings.put("COUNTERCLAIM_JOB_LEASE", "1s");
        return settings;
    }
}

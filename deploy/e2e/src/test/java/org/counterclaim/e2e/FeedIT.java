package org.counterclaim.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.counterclaim.local.EmbeddedMongo;
import org.counterclaim.local.IssuerServer;
import org.counterclaim.local.LocalIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four writers and three followers on two replicas that are killed in turn: whatever was acknowledged is in the feed, once, in
 * order, and all followers hear the same. {@code -Dkill.cycles=N} kills more often.
 */
@OnProcessesOfItsOwn
class FeedIT {

    private static final int KILLS = Integer.getInteger("kill.cycles", 3);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    @TempDir
    Path temp;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService desks = Executors.newScheduledThreadPool(4);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean following = true;
    private LocalIssuer issuer;
    private List<Replica> replicas;

    @Test
    void nothingIsLostAndNothingDoubledWhenReplicasDie() throws Exception {
        issuer = LocalIssuer.in(temp);
        try (EmbeddedMongo store = EmbeddedMongo.inMemory();
                IssuerServer server = IssuerServer.open(issuer, 0, Duration.ofMinutes(5));
                Replica one = Replica.ofArticles(store, server, temp.resolve("one.log"));
                Replica two = Replica.ofArticles(store, server, temp.resolve("two.log"))) {
            replicas = List.of(one, two);
            replicas.forEach(Replica::launch);
            replicas.forEach(Replica::awaitReady);
            List<Writer> writers = IntStream.range(0, 4).mapToObj(Writer::new).toList();
            writers.forEach(writer -> desks.scheduleWithFixedDelay(writer::write, 0, 50, TimeUnit.MILLISECONDS));
            List<Follower> followers =
                    IntStream.range(0, 3).mapToObj(Follower::new).toList();
            List<Future<?>> heard = followers.stream()
                    .<Future<?>>map(follower -> threads.submit(follower::follow))
                    .toList();
            killInTurn();
            desks.shutdown();
            assertTrue(desks.awaitTermination(30, TimeUnit.SECONDS));
            String embargoed = publishUnderEmbargo();
            followers.forEach(this::awaitAll);
            following = false;
            join(heard);
            followers.forEach(follower -> assertWhole(follower.heard));
            assertEquals(5, lastRevision(followers.get(0).heard, embargoed));
            followers.forEach(follower -> assertEquals(followers.get(0).heard, follower.heard));
            System.out.printf(
                    "%d kills: %d acknowledged writes, %d revisions in the feed of each of 3 followers%n",
                    KILLS, acknowledged.size(), followers.get(0).heard.size());
        } finally {
            desks.shutdownNow();
            threads.shutdownNow();
        }
    }

    private void killInTurn() throws InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            int before = acknowledged.size();
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= before + 50);
            Replica victim = replicas.get(kill % 2);
            victim.kill();
            victim.start();
        }
    }

    /** Both replicas see the moment come; the revision that says so is the fifth, and the last. */
    private String publishUnderEmbargo() throws Exception {
        String reporter = issuer.token("reporter", Set.of("reporter"), Duration.ofHours(1));
        String editor = issuer.token("editor", Set.of("editor"), Duration.ofHours(1));
        String id =
                post(reporter, "/v1/articles", 0, """
                {"headline": "Later", "embargoedUntil": "%s", "datePublished": {"value": "2026", "precision": "year"},
                 "sections": [{"role": "paragraph", "text": "Later."}]}""".formatted(Instant.now().plusSeconds(10)));
        post(reporter, "/v1/articles/" + id + "/transitions", 1, "{\"to\": \"in_review\"}");
        post(editor, "/v1/articles/" + id + "/transitions", 2, "{\"to\": \"approved\"}");
        post(editor, "/v1/articles/" + id + "/transitions", 3, "{\"to\": \"published\"}");
        acknowledged.add(id + ":5");
        return id;
    }

    private String post(String token, String path, int seen, String body) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                request(token, replicas.get(0).address(path))
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + seen + "\"")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return json(answer).path("id").asText();
    }

    private static long lastRevision(List<String> heard, String id) {
        return heard.stream().filter(name -> name.startsWith(id + ":")).count();
    }

    /** A sweep records what the dead left, a reader seals their numbers: within seconds everything is there. */
    private void awaitAll(Follower follower) {
        await().atMost(Duration.ofSeconds(60)).until(() -> follower.names().containsAll(acknowledged));
    }

    private static void assertWhole(List<String> heard) {
        Map<String, Integer> last = new HashMap<>();
        heard.forEach(name -> {
            String[] part = name.split(":");
            assertEquals(last.merge(part[0], 1, Integer::sum), Integer.parseInt(part[1]), name);
        });
    }

    /** The id of what was written, null if nobody knows whether it was. */
    private String send(String token, String method, String address, String headline, int seen, int expected) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    request(token, address)
                            .header("Content-Type", "application/json")
                            .header("If-Match", "\"" + seen + "\"")
                            .method(method, BodyPublishers.ofString("{\"headline\": \"" + headline + "\"}"))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                return null;
            }
            JsonNode written = json(answer);
            acknowledged.add(named(written));
            return written.path("id").asText();
        } catch (IOException died) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static HttpRequest.Builder request(String token, String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String named(JsonNode thing) {
        return thing.path("id").asText() + ":" + thing.path("revision").asInt();
    }

    private static void join(List<Future<?>> tasks) throws Exception {
        for (Future<?> task : tasks) {
            task.get();
        }
    }

    /** Writes one article after the other, each three times over, at one replica and the other. */
    private final class Writer {
        private final int number;
        private final String token;
        private String id;
        private int revision;
        private int sent;

        Writer(int number) {
            this.number = number;
            this.token = issuer.token("writer " + number, Set.of("reporter"), Duration.ofHours(1));
        }

        /** One step; what nobody has confirmed is left, and another article begun. */
        void write() {
            Replica replica = replicas.get((number + sent++) % 2);
            String headline = number + " " + sent;
            if (id == null || revision == 4) {
                revision = 0;
                id = send(token, "POST", replica.address("/v1/articles"), headline, 0, 201);
            } else {
                id = send(token, "PUT", replica.address("/v1/articles/" + id), headline, revision, 200);
            }
            revision++;
        }
    }

    /** Follows the feed from its beginning, at whichever replica answers. */
    private final class Follower {
        private final int number;
        private final String token = issuer.token("follower", Set.of("service"), Duration.ofHours(1));
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private String cursor;

        Follower(int number) {
            this.number = number;
        }

        void follow() {
            long seq = 0;
            for (int n = number; following; n++) {
                JsonNode page = page(replicas.get(n % 2));
                for (JsonNode item : page.path("items")) {
                    long next = item.path("seq").asLong();
                    assertTrue(next > seq, "after " + seq + " came " + next);
                    seq = next;
                    heard.add(named(item));
                }
                cursor = page.path("page").path("nextCursor").asText(cursor);
            }
        }

        Set<String> names() {
            return Set.copyOf(new ArrayList<>(heard));
        }

        /** What comes next; nothing if that replica is not there. */
        private JsonNode page(Replica replica) {
            String from = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
            try {
                HttpResponse<String> answer = HTTP.send(
                        request(token, replica.address("/v1/articles/changes?limit=100&waitMs=2000" + from))
                                .build(),
                        BodyHandlers.ofString());
                return answer.statusCode() == 200 ? json(answer) : MissingNode.getInstance();
            } catch (IOException died) {
                return MissingNode.getInstance();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return MissingNode.getInstance();
            }
        }
    }
}

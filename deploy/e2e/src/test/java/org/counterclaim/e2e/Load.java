package org.counterclaim.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterclaim.local.LocalIssuer;

/**
 * Phones, a newsroom and followers at the gateway's address, each with one connection, who go on until they are stopped. Whatever
 * is not answered as it should be is noted.
 */
final class Load implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SHIFT = Duration.ofHours(1);

    private final int port;
    private final LocalIssuer issuer;
    private final Story story;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(12);
    private final ScheduledExecutorService followers = Executors.newScheduledThreadPool(2);
    private final List<Visitor> visitors = new ArrayList<>();
    private final Map<String, AtomicInteger> served = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    Load(int port, LocalIssuer issuer, Story story) {
        this.port = port;
        this.issuer = issuer;
        this.story = story;
    }

    /** What somebody does again and again. */
    private interface Doing {
        void once() throws IOException;
    }

    /** Something else came back than what was asked for. */
    private static final class Wrong extends IOException {
        Wrong(Visitor.Answer answer) {
            super(answer.status() + " " + answer.headers() + " " + answer.body());
        }
    }

    /** Whoever follows has begun before anybody writes, or he would not hear of everything. */
    Load start() throws IOException {
        follower("articles");
        follower("claims");
        for (int i = 0; i < 4; i++) {
            phone("/v1/stories/" + story.article());
        }
        phone("/v1/stories?limit=5");
        phone("/v1/articles/" + story.article());
        phone("/v1/claims/" + story.claim());
        editor();
        for (int i = 0; i < 3; i++) {
            articles("writer of articles " + i);
        }
        claims("writer of claims");
        return this;
    }

    /** How often each kind of request was answered as it should be. */
    Map<String, Integer> served() {
        Map<String, Integer> counts = new TreeMap<>();
        served.forEach((kind, count) -> counts.put(kind, count.get()));
        return counts;
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Each revision of which the newsroom was told that it is written, and no follower yet. */
    Set<String> unheard() {
        Set<String> unheard = new TreeSet<>(acknowledged);
        unheard.removeAll(heard);
        return unheard;
    }

    /** Lets everybody end what he is doing, and go, but the followers. */
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
            failures.add("Somebody does not get an answer");
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        followers.shutdownNow();
        for (Visitor visitor : visitors) {
            visitor.close();
        }
    }

    private void phone(String path) {
        Visitor phone = visitor(Map.of());
        again("read " + path.replaceFirst("^/v1/([a-z]+).*", "$1"), () -> whole(phone.get(path)));
    }

    /** Claim-service asks article-service what an editor may see, each time. */
    private void editor() {
        Visitor editor = visitor(bearer("an editor", "editor"));
        again("read as an editor", () -> whole(editor.get("/v1/claims/by-article/" + story.article())));
    }

    private void articles(String name) {
        Visitor writer = visitor(bearer(name, "reporter"));
        AtomicInteger number = new AtomicInteger();
        again("write an article", () -> {
            String text = name + " " + number.incrementAndGet();
            JsonNode draft = written(writer.send("POST", "/v1/articles", once(), "{\"headline\": \"" + text + "\"}"));
            written(writer.send(
                    "PUT",
                    "/v1/articles/" + draft.path("id").asText(),
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "If-Match",
                            "\"" + draft.path("revision").asInt() + "\""),
                    "{\"headline\": \"" + text + ", revised\"}"));
        });
    }

    private void claims(String name) {
        Visitor writer = visitor(bearer(name, "reporter"));
        AtomicInteger number = new AtomicInteger();
        again("write a claim", () -> {
            written(writer.send("POST", "/v1/parties", once(), "{\"type\": \"Person\", \"name\": \"Somebody\"}"));
            written(writer.send(
                    "POST", "/v1/claims", once(), story.anotherClaim("It rained " + number.incrementAndGet())));
        });
    }

    private void follower(String collection) throws IOException {
        Visitor follower = visitor(bearer("follower of " + collection, "service"));
        String changes = "/v1/" + collection + "/changes?waitMs=8000&cursor=";
        String[] cursor = {next(whole(follower.get(changes + "head")))};
        long[] seq = {0};
        again(followers, "follow " + collection, () -> {
            JsonNode page = whole(follower.get(changes + URLEncoder.encode(cursor[0], StandardCharsets.UTF_8)));
            for (JsonNode item : page.path("items")) {
                long next = item.path("seq").asLong();
                if (next <= seq[0]) {
                    throw new IOException("After " + seq[0] + " came " + next);
                }
                seq[0] = next;
                heard.add(name(item));
            }
            cursor[0] = next(page);
        });
    }

    private static String next(JsonNode page) {
        return page.path("page").path("nextCursor").asText();
    }

    private Map<String, String> bearer(String name, String role) {
        return Map.of("Authorization", "Bearer " + issuer.token(name, Set.of(role), SHIFT));
    }

    private Visitor visitor(Map<String, String> headers) {
        Visitor visitor = new Visitor(port, headers);
        visitors.add(visitor);
        return visitor;
    }

    private void again(String what, Doing doing) {
        again(threads, what, doing);
    }

    private void again(ScheduledExecutorService who, String what, Doing doing) {
        AtomicInteger count = served.computeIfAbsent(what, kind -> new AtomicInteger());
        who.scheduleWithFixedDelay(() -> attempt(what, doing, count), 0, 400, TimeUnit.MILLISECONDS);
    }

    private void attempt(String what, Doing doing, AtomicInteger count) {
        long begun = System.nanoTime();
        try {
            doing.once();
            count.incrementAndGet();
        } catch (IOException | RuntimeException e) {
            failures.add(
                    LocalTime.now() + " " + what + " after " + (System.nanoTime() - begun) / 1_000_000 + " ms: " + e);
        }
    }

    private static Map<String, String> once() {
        return Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private JsonNode written(Visitor.Answer answer) throws IOException {
        if (answer.status() / 100 != 2) {
            throw new Wrong(answer);
        }
        JsonNode thing = JSON.readTree(answer.body());
        acknowledged.add(name(thing));
        return thing;
    }

    /** A story without its claims is one that failed. */
    private static JsonNode whole(Visitor.Answer answer) throws IOException {
        if (answer.status() != 200 || answer.body().contains("\"complete\":false")) {
            throw new Wrong(answer);
        }
        return JSON.readTree(answer.body());
    }

    private static String name(JsonNode thing) {
        return thing.path("id").asText() + ":" + thing.path("revision").asInt();
    }
}

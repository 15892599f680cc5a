package org.counterclaim.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Makes one thing after the other, each under an Idempotency-Key of its own. What nobody has confirmed it sends again under the
 * same key, until somebody does.
 */
final class Author {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nobody knows whether it was done, or it is still being done. */
    private static final Set<Integer> UNDECIDED = Set.of(409, 503, 504);

    private final Visitor connection;
    private final String path;
    private final String member;
    private final UnaryOperator<String> body;
    /** The text by the id. */
    private final Map<String, String> made = new ConcurrentHashMap<>();

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile String key;

    /**
     * An author who has not begun.
     *
     * @param path where things are made
     * @param member of a thing that has a text which no other has
     * @param body of a request that makes one with this text
     */
    Author(Visitor connection, String path, String member, UnaryOperator<String> body) {
        this.connection = connection;
        this.path = path;
        this.member = member;
        this.body = body;
    }

    /** Sends something: a new thing, or again what he does not know of. */
    void send() {
        if (key == null) {
            key = UUID.randomUUID().toString();
        } else {
            repeated.incrementAndGet();
        }
        try {
            Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", key);
            take(connection.send("POST", path, headers, body.apply(key)));
        } catch (IOException undecided) {
            // it may have been done
        }
    }

    private void take(Visitor.Answer answer) throws IOException {
        if (answer.status() == 201) {
            made.put(JSON.readTree(answer.body()).path("id").asText(), key);
            key = null;
        } else if (!UNDECIDED.contains(answer.status())) {
            failures.add(answer.toString());
        }
    }

    /** Whether he knows of everything that he has sent. */
    boolean isSure() {
        return key == null;
    }

    /** Ids of what he was told that it is made. */
    Set<String> made() {
        return made.keySet();
    }

    /** Ids of everything there is of his, as a reader finds it who looks through the whole list. */
    Set<String> found(Visitor reader) throws IOException {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page =
                    JSON.readTree(reader.get(path + "?limit=200" + cursor).body());
            page.path("items").forEach(item -> {
                if (made.containsValue(item.path(member).asText())) {
                    ids.add(item.path("id").asText());
                }
            });
            JsonNode next = page.path("page").path("nextCursor");
            cursor = next.isTextual() ? "&cursor=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8) : null;
        }
        return ids;
    }

    /** How often he has sent something again. */
    int repeated() {
        return repeated.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}

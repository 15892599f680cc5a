package org.counterclaim.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A reporter who writes, an editor who publishes and a reader of theirs, all through the public interface alone. */
public final class Newsroom {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Set<Integer> NOT_PUBLIC = Set.of(404, 410, 451);
    private static final Duration SHIFT = Duration.ofHours(12);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI gateway;
    private final String reporter;
    private final String editor;
    private final String admin;
    private final String reader;

    Newsroom(URI gateway, LocalIssuer issuer) {
        this.gateway = gateway;
        this.reporter = issuer.token("local-reporter", Set.of("reporter"), SHIFT);
        this.editor = issuer.token("local-editor", Set.of("editor"), SHIFT);
        this.admin = issuer.token("local-admin", Set.of("admin"), SHIFT);
        this.reader = issuer.token("local-reader", Set.of(), SHIFT);
    }

    /** Bearer token of the reporter, good for twelve hours. */
    public String reporter() {
        return reporter;
    }

    /** Bearer token of the editor, good for twelve hours. */
    public String editor() {
        return editor;
    }

    /** Bearer token of an admin, good for twelve hours. */
    String admin() {
        return admin;
    }

    /** What the editor finds at this path, if there is anything. */
    Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = send(request(path, editor).GET());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(body(answer));
    }

    /** Everything that a list holds, page by page. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = body(send(request(path + cursor, editor).GET()));
            page.path("items").forEach(items::add);
            JsonNode next = page.path("page").path("nextCursor");
            cursor = next.isTextual() ? "&cursor=" + next.asText() : null;
        } while (cursor != null);
        return items;
    }

    /** What the reporter made of this. */
    JsonNode create(String path, JsonNode form) {
        return post(path, reporter, form, null);
    }

    /** What the reporter made of a plain text in UTF-8. */
    JsonNode createFromText(String path, byte[] text) {
        return body(send(request(path, reporter)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(text))));
    }

    /** Takes something from where it stands to where readers see it, and says what it is then. */
    JsonNode publish(String collection, JsonNode thing, String reasonForFlags) {
        String path = collection + "/" + thing.path("id").asText();
        JsonNode now = thing;
        if (stands(now, "draft")) {
            now = move(path, now, reporter, "in_review", List.of());
        }
        if (stands(now, "in_review")) {
            now = move(path, now, editor, "approved", List.of());
        }
        if (stands(now, "approved")) {
            now = move(path, now, editor, "published", acknowledged(path, now, reasonForFlags));
        }
        return now;
    }

    /**
     * A story as everybody may read it, with its claims: the gateway may still be warming up. Readers are shown what changed within
     * a moment; this one has a token, for whom nothing is held ready, and so sees at once what was written just now.
     *
     * @return empty if it is not public
     * @throws Refusal if its claims do not come
     */
    public Optional<JsonNode> story(String id) {
        String path = "/v1/stories/" + id;
        long deadline = System.nanoTime() + ANSWER.toNanos();
        HttpResponse<String> answer = send(request(path, reader));
        while (answer.statusCode() / 100 == 5
                || answer.statusCode() == 200 && !body(answer).has("claims")) {
            if (System.nanoTime() > deadline) {
                throw Refusal.because("The story comes without its claims: " + answer.body());
            }
            Pause.of(POLL);
            answer = send(request(path, reader));
        }
        return NOT_PUBLIC.contains(answer.statusCode()) ? Optional.empty() : Optional.of(body(answer));
    }

    private JsonNode move(String path, JsonNode from, String token, String to, List<ObjectNode> acknowledged) {
        ObjectNode move = JSON.createObjectNode().put("to", to);
        move.putArray("acknowledgeFlags").addAll(acknowledged);
        return post(
                path + "/transitions", token, move, "\"" + from.path("revision").asInt() + "\"");
    }

    private List<ObjectNode> acknowledged(String path, JsonNode thing, String reason) {
        JsonNode flags = thing.has("flags")
                ? thing.get("flags")
                : body(send(request(path + "/flags", editor).GET())).path("items");
        List<ObjectNode> acknowledged = new ArrayList<>();
        for (JsonNode flag : flags) {
            if (flag.path("severity").asText().equals("error")) {
                acknowledged.add(JSON.createObjectNode()
                        .put("flagId", flag.path("id").asText())
                        .put("reason", reason));
            }
        }
        return acknowledged;
    }

    private JsonNode post(String path, String token, JsonNode form, String ifMatch) {
        HttpRequest.Builder request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(form.toString()));
        return body(send(ifMatch == null ? request : request.header("If-Match", ifMatch)));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(ANSWER).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw Refusal.because(gateway + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.because("It was stopped while it was asking " + gateway + ".", e);
        }
    }

    private static JsonNode body(HttpResponse<String> answer) {
        String request = answer.request().method() + " " + answer.request().uri();
        JsonNode body = json(answer);
        if (answer.statusCode() / 100 == 2) {
            return body;
        }
        String errors = body.path("errors").isEmpty() ? "" : " " + body.path("errors");
        throw Refusal.because(request + " was answered with " + answer.statusCode() + ": "
                + body.path("detail").asText(answer.body()) + errors);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw Refusal.because(
                    answer.request().uri() + " answered with what is no JSON, " + answer.statusCode() + ": "
                            + answer.body(),
                    e);
        }
    }

    private static boolean stands(JsonNode thing, String status) {
        return thing.path("editorialStatus").asText().equals(status);
    }
}

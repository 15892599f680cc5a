package org.counterclaim.e2e;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The OWASP API Security Top 10 of 2023: each risk with its attack, and that it comes to nothing. The tenth, unsafe consumption
 * of other interfaces, is tried where what is consumed can be made to lie: in the gateway's own tests.
 */
@OnRunningSystem
class OwaspApiTop10IT {

    private static final String SECRET = "Nobody knows of this";

    private final RunningSystem system;

    OwaspApiTop10IT(RunningSystem system) {
        this.system = system;
    }

    /** Knowing the id of a thing is not enough to see or change it; nor is another caller's idempotency key. */
    @Test
    void api1BrokenObjectLevelAuthorization() {
        String draft = system.draft(SECRET);
        String stranger = system.key("standard", "read");
        String partner = system.issue("standard", "read").extract().path("partnerId");
        for (String path : List.of("/v1/articles/" + draft, "/v1/stories/" + draft, "/v1/claims/by-article/" + draft)) {
            system.withKey(stranger).get(path).then().statusCode(404).body(not(containsString(SECRET)));
        }
        system.withKey(stranger).get("/v1/articles?id=" + draft).then().body("items", empty());
        system.withKey(stranger)
                .contentType(ContentType.JSON)
                .body("{\"ids\": [\"" + draft + "\"]}")
                .post("/v1/claims/by-article:digests")
                .then()
                .body(not(containsString(SECRET)));
        system.withKey(stranger).get("/v1/partners/" + partner).then().statusCode(403);
        system.withKey(stranger).get("/v1/api-keys?partnerId=" + partner).then().statusCode(403);
        String idempotencyKey = UUID.randomUUID().toString();
        String first = write(system.as("reporter"), idempotencyKey);
        String second = write(system.withKey(system.key("standard", "write:articles")), idempotencyKey);
        assertTrue(!first.equals(second), "each caller has his own");
    }

    /** Forged, unsigned and expired tokens, guessed and misplaced keys prove nothing; guessing is counted. */
    @Test
    void api2BrokenAuthentication() {
        String good = system.issuer().token("one", Set.of("admin"), Duration.ofMinutes(5));
        String[] parts = good.split("\\.");
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        String admin = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"sub\":\"x\",\"groups\":[\"admin\"]}".getBytes());
        String key = system.key("standard", "admin");
        for (String token : List.of(
                none + "." + parts[1] + ".",
                parts[0] + "." + admin + "." + parts[2],
                system.issuer().token("one", Set.of("admin"), Duration.ofMinutes(-5)),
                key)) {
            system.withToken(token)
                    .get("/v1/partners")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", notNullValue());
        }
        system.anyone().get("/v1/partners?api_key=" + key).then().statusCode(anyOf(is(400), is(401)));
        Response guess = guess(key);
        guess.then().statusCode(401).header("RateLimit-Policy", "\"burst\";q=1200;w=60");
        assertTrue(remaining(guess) < 1200, "a guess costs its address a request");
    }

    /** What a caller may not set cannot be slipped in; what a reader may not see is not in the answer. */
    @Test
    void api3BrokenObjectPropertyLevelAuthorization() {
        for (String member :
                List.of("id", "revision", "editorialStatus", "createdAt", "_id", "writeId", "unrecorded")) {
            refuses(system.as("editor"), "/v1/articles", "{\"headline\": \"x\", \"" + member + "\": 7}", member);
        }
        for (String member : List.of("revision", "disputeStatus", "editorialStatus", "flags")) {
            refuses(system.as("editor"), "/v1/claims", "{\"text\": \"x\", \"" + member + "\": \"disputed\"}", member);
        }
        for (String member : List.of("key", "hash", "createdAt", "lastUsedAt")) {
            refuses(system.as("admin"), "/v1/api-keys", "{\"name\": \"x\", \"" + member + "\": \"y\"}", member);
        }
        String draft = system.draft("Properties");
        system.as("editor")
                .get("/v1/articles/" + draft)
                .then()
                .statusCode(200)
                .body("writeId", nullValue())
                .body("unrecorded", nullValue())
                .body("_id", nullValue())
                .body("editorialStatus", is("draft"))
                .body("revision", is(1));
    }

    /** Nothing that is sent makes the system work for long: sizes, depths, pages and patterns are bounded, and requests counted. */
    @Test
    void api4UnrestrictedResourceConsumption() {
        system.anyone().get("/v1/articles?limit=100000").then().statusCode(400);
        send(system.as("editor"), "/v1/articles", "{\"headline\": \"" + "x".repeat(2_000_000) + "\"}")
                .then()
                .statusCode(413);
        send(system.as("editor"), "/v1/articles", "[".repeat(100_000)).then().statusCode(400);
        String bomb = "(a%2B)%2B%24" + "a".repeat(3_000) + "!";
        for (String parameter : List.of("editorialStatus", "language", "sort", "cursor")) {
            Response answer = system.anyone().get("/v1/articles?" + parameter + "=" + bomb);
            answer.then().statusCode(anyOf(is(200), is(400)));
            assertTrue(answer.time() < 2_000, parameter + " took " + answer.time() + " ms");
        }
        String key = system.key("free", "read");
        // one comes back each second, so that it takes some more than the quota to be told
        Stream.generate(() -> system.withKey(key).get("/v1/me/quota"))
                .limit(300)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow()
                .then()
                .header("Retry-After", notNullValue())
                .body("violatedPolicies", hasItem("burst"));
    }

    /** A caller's role is looked at by whoever does the work, however the request is dressed. */
    @Test
    void api5BrokenFunctionLevelAuthorization() {
        String draft = system.draft("Functions");
        String move = "{\"to\": \"removed\", \"reason\": \"x\"}";
        system.as("reporter")
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(move)
                .post("/v1/articles/" + draft + "/transitions")
                .then()
                .statusCode(anyOf(is(403), is(409)));
        String key = system.key("standard", "write:claims");
        send(system.withKey(key), "/v1/articles", "{\"headline\": \"x\"}")
                .then()
                .statusCode(403);
        system.withKey(key)
                .header("X-HTTP-Method-Override", "DELETE")
                .header("X-Original-URL", "/v1/partners")
                .header("X-Forwarded-User", "admin")
                .get("/v1/partners")
                .then()
                .statusCode(403);
        for (String path : List.of(
                "/v1//partners", "/v1/./partners", "/v1/stories/../partners", "/v1/partners/", "/V1/partners")) {
            system.anyone().get(path).then().statusCode(anyOf(is(401), is(404)));
        }
    }

    /** Nothing is published by one hand: who writes does not approve, and no step is left out. */
    @Test
    void api6UnrestrictedAccessToSensitiveBusinessFlows() {
        String draft = system.draft("Flows");
        for (String to : List.of("approved", "published")) {
            system.as("reporter")
                    .header("If-Match", "\"1\"")
                    .contentType(ContentType.JSON)
                    .body("{\"to\": \"" + to + "\"}")
                    .post("/v1/articles/" + draft + "/transitions")
                    .then()
                    .statusCode(anyOf(is(403), is(409)));
        }
        system.as("editor")
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body("{\"to\": \"published\"}")
                .post("/v1/articles/" + draft + "/transitions")
                .then()
                .statusCode(409)
                .body("type", is("/problems/invalid-transition"));
        system.anyone().get("/v1/articles/" + draft).then().statusCode(404);
    }

    /** Addresses in what is written are kept as they are, and nobody goes there. */
    @Test
    void api7ServerSideRequestForgery() throws IOException {
        try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + inside.getLocalPort() + "/latest/meta-data";
            send(
                            system.as("reporter"),
                            "/v1/articles",
                            "{\"headline\": \"x\", \"url\": \"%s\", \"image\": {\"url\": \"%s\"}, \"sources\": [{\"label\": \"a\", \"url\": \"%s\"}]}"
                                    .formatted(url, url, url))
                    .then()
                    .statusCode(anyOf(is(201), is(400), is(422)));
            send(
                            system.as("reporter"),
                            "/v1/evidence",
                            "{\"kind\": \"document\", \"name\": \"x\", \"access\": \"public\", \"url\": \"%s\"}"
                                    .formatted(url))
                    .then()
                    .statusCode(201);
            inside.setSoTimeout(500);
            assertThrows(SocketTimeoutException.class, inside::accept);
        }
    }

    /** What operators see is not on the public port, errors tell nothing of the inside, and operators of the store are text. */
    @Test
    void api8SecurityMisconfiguration() {
        for (String path :
                List.of("/q/health", "/q/metrics", "/metrics", "/q/dev", "/actuator", "/.env", "/.git/config")) {
            system.anyone().get(path).then().statusCode(404);
        }
        system.anyone()
                .header("Origin", "https://evil.example")
                .get("/v1/stories")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("X-Content-Type-Options", "nosniff")
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue());
        system.anyone().request("TRACE", "/v1/stories").then().statusCode(anyOf(is(405), is(501)));
        for (String operator : List.of("{\"$gt\": \"\"}", "{\"$where\": \"sleep(9)\"}", "[\"$ne\"]")) {
            send(system.as("editor"), "/v1/articles", "{\"headline\": " + operator + "}")
                    .then()
                    .statusCode(anyOf(is(400), is(422)))
                    .body(not(containsString("Exception")))
                    .body(not(containsString("org.counterclaim")));
        }
        system.anyone().get("/v1/articles?editorialStatus[$ne]=x").then().statusCode(400);
        system.anyone()
                .get("/v1/articles?editorialStatus=%7B%22%24ne%22:null%7D")
                .then()
                .statusCode(400);
        system.anyone().get("/v1/articles/%7B%22%24gt%22:%22%22%7D").then().statusCode(404);
    }

    /** What answers is what the contract says and nothing else: no old version, no way around. */
    @Test
    void api9ImproperInventoryManagement() throws IOException {
        String served =
                system.anyone().accept("application/yaml").get("/v1/openapi").asString();
        assertEquals(Files.readString(Path.of(System.getProperty("root.dir"), "gateway/openapi.yaml")), served);
        for (String path :
                List.of("/articles", "/v0/articles", "/v2/articles", "/api/v1/articles", "/v1", "/v1/articlesx")) {
            system.anyone().get(path).then().statusCode(404).contentType("application/problem+json");
        }
        system.anyone().get("/").then().body("links.rel", hasItems("service-desc", "stories"));
    }

    private Response guess(String key) {
        String start = key.substring(0, key.length() - 1);
        return system.withKey(start + (key.endsWith("0") ? "1" : "0")).get("/v1/partners");
    }

    private static int remaining(Response answer) {
        return Integer.parseInt(answer.header("RateLimit").replaceAll(".*?r=(\\d+).*", "$1"));
    }

    private static String write(RequestSpecification writer, String idempotencyKey) {
        return writer.header("Idempotency-Key", idempotencyKey)
                .contentType("text/plain")
                .body("The same")
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void refuses(RequestSpecification writer, String path, String body, String member) {
        send(writer, path, body).then().statusCode(400).body("errors.pointer", hasItem("/" + member));
    }

    private static Response send(RequestSpecification writer, String path, String body) {
        return writer.contentType(ContentType.JSON).body(body).post(path);
    }
}

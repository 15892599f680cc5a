package org.counterclaim.admission;

import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.counterclaim.fixture.Partnership;
import org.counterclaim.fixture.Partnership.Key;
import org.counterclaim.fixture.Postgres;
import org.counterclaim.fixture.Services;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.Tokens;
import org.counterclaim.kit.fixture.Trace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A key is nowhere but in the answer that issued it: not in logs, problems, metrics, traces, what services are sent, or the database.
 */
@QuarkusTest
@QuarkusTestResource(Services.class)
@QuarkusTestResource(Issuers.class)
@QuarkusTestResource(Postgres.class)
class SecretKeyTest {

    private static final String STORY = "/v1/stories/" + Services.ID;

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Handler ear = new Ear();
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("org.counterclaim");

    Services services;
    Postgres postgres;

    @TestHTTPResource(value = "/", management = true)
    String management;

    @BeforeEach
    void listenToEverything() {
        services.haveAStory();
        Partnership.awaitTables();
        // everything that we say ourselves, and what others say where nobody has asked them for more
        ours.setLevel(Level.ALL);
        ear.setLevel(Level.ALL);
        root.addHandler(ear);
        RestAssured.filters((request, answer, context) -> {
            Trace.wanted().on(request);
            return context.next(request, answer);
        });
    }

    @AfterEach
    void listenNoMore() {
        root.removeHandler(ear);
        RestAssured.replaceFiltersWith(List.of());
        ours.setLevel(null);
    }

    @Test
    void nobodyHearsAKey() {
        Key key = Partnership.on("free").key("read", "write:claims");
        String secret =
                key.text().substring("cc_live_".length() + 27, key.text().length() - 8);
        use(key).forEach(answer -> hear(answer.headers() + answer.asString()));
        // whose answer says it again, to him who has said it
        RestAssured.get("/v1/stories/" + key.text()).then().statusCode(404);
        Trace.everySpan().forEach(span -> hear(span.toString()));
        hear(RestAssured.get(management + "metrics").asString());
        hear(RestAssured.get(management + "health").asString());
        services.articles()
                .server()
                .getAllServeEvents()
                .forEach(event -> hear(event.getRequest().toString()));
        services.claims()
                .server()
                .getAllServeEvents()
                .forEach(event -> hear(event.getRequest().toString()));
        hear(postgres.dump());
        assertTrue(said.stream().anyMatch(line -> line.contains(key.id())), "it is there by its id");
        assertEquals(
                List.of(), said.stream().filter(line -> line.contains(secret)).toList());
    }

    /** Rightly, wrongly, and where it does not belong. */
    private List<Response> use(Key key) {
        String text = key.text();
        return List.of(
                key.request().get(STORY),
                key.request().get("/v1/partners"),
                RestAssured.given()
                        .header("X-API-Key", text)
                        .contentType("application/json")
                        .body("{\"x\": ")
                        .post("/v1/claims"),
                key.request().get("/v1/me/quota"),
                key.request().header("Authorization", "Bearer " + text).get(STORY),
                as(text).get(STORY),
                as(text).get("/v1/partners"),
                anyone().header("X-API-Key", text + "0").get(STORY),
                anyone().header("X-API-Key", text.substring(0, text.length() - 1))
                        .get(STORY),
                RestAssured.get("/v1/partners?api_key=" + text),
                RestAssured.get(STORY + "?X-API-Key=" + text),
                sending(Tokens.admin(), "\"" + text + "\"").post("/v1/api-keys"),
                as(Tokens.admin()).get("/v1/api-keys/" + key.id()));
    }

    private void hear(String text) {
        assertFalse(text.isEmpty());
        said.add(text);
    }

    private final class Ear extends Handler {
        private final SimpleFormatter format = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            said.add(format.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

package org.counterclaim.article;

import static org.awaitility.Awaitility.await;
import static org.counterclaim.article.Newsroom.aPublishedArticle;
import static org.counterclaim.article.Newsroom.story;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.ConnectionString;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.counterclaim.kit.fixture.Wire;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StoreGoneTest.StoreOnAWire.class, restrictToAnnotatedClass = true)
class StoreGoneTest {

    private static Wire wire;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @TestHTTPResource(value = "/health/live", management = true)
    URI live;

    @Test
    void whileTheStoreIsGoneItSaysSoAndThenGoesOn() {
        String path = "/v1/articles/" + aPublishedArticle("Gone for a while").getString("id");
        assertEquals(200, RestAssured.get(ready).statusCode());
        wire.cut();
        for (int i = 0; i < 3; i++) {
            assertUnavailable(anyone().get(path));
            assertUnavailable(sending(Tokens.reporter(), story("Refused " + i)).post("/v1/articles"));
        }
        assertEquals(503, RestAssured.get(ready).statusCode());
        assertEquals(200, RestAssured.get(live).statusCode());
        wire.mend();
        await().until(() -> anyone().get(path).statusCode() == 200);
        await().until(() -> RestAssured.get(ready).statusCode() == 200);
        anyone().get(path).then().header("ETag", "\"4\"");
        sending(Tokens.reporter(), story("Accepted again"))
                .post("/v1/articles")
                .then()
                .statusCode(201);
    }

    /** Some of them wait for a connection, some open one, some have asked already. */
    @Test
    void whoeverAsksWhenItGoesIsToldSoToo() throws Exception {
        String path = "/v1/articles/"
                + aPublishedArticle("Asked for at the wrong moment").getString("id");
        ExecutorService readers = Executors.newFixedThreadPool(30);
        try {
            for (int round = 0; round < 2; round++) {
                List<Future<Integer>> answers = IntStream.range(0, 60)
                        .mapToObj(i -> readers.submit(() -> anyone().get(path).statusCode()))
                        .toList();
                answers.get(20).get();
                wire.cut();
                for (Future<Integer> answer : answers) {
                    assertTrue(Set.of(200, 503).contains(answer.get()));
                }
                wire.mend();
                await().until(() -> anyone().get(path).statusCode() == 200);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static void assertUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("type", equalTo("/problems/upstream-unavailable"));
    }

    /** The store at the other end of a wire that can be cut. */
    public static class StoreOnAWire implements QuarkusTestResourceLifecycleManager {

        private final LocalParts parts = new LocalParts();

        /** After the parts of the module's other tests, so that its settings are the ones that hold. */
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            Map<String, String> config = new HashMap<>(parts.start());
            // how long a store is waited for is what is tried here, and longer in the other tests
            config.putAll(Map.of(
                    "counterclaim.store.select-server", "80ms",
                    "counterclaim.store.connect", "500ms",
                    "counterclaim.store.read", "2s",
                    "counterclaim.store.wait-for-connection", "500ms"));
            ConnectionString store = new ConnectionString(config.get("quarkus.mongodb.connection-string"));
            String[] address = store.getHosts().get(0).split(":");
            wire = new Wire(Integer.parseInt(address[1]));
            config.put(
                    "quarkus.mongodb.connection-string",
                    "mongodb://127.0.0.1:" + wire.port() + "/?directConnection=true");
            return config;
        }

        @Override
        public void stop() {
            wire.close();
            parts.stop();
        }
    }
}

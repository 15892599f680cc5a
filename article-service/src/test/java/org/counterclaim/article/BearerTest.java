package org.counterclaim.article;

import static org.awaitility.Awaitility.await;
import static org.counterclaim.article.Newsroom.aDraft;
import static org.counterclaim.article.Newsroom.aPublishedArticle;
import static org.counterclaim.article.Newsroom.story;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.counterclaim.kit.fixture.Wire;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Tokens as they come over the wire; the kit's tests have every way in which one can be bad. */
@QuarkusTest
@QuarkusTestResource(value = BearerTest.KeysOnAWire.class, restrictToAnnotatedClass = true)
class BearerTest {

    private static Wire newsroom;

    @Inject
    MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    @Test
    void aBadTokenIsRefusedEvenWhereNoneIsNeeded() {
        String path = "/v1/articles/" + aPublishedArticle("For everybody").getString("id");
        anyone().get(path).then().statusCode(200);
        for (String bad : List.of(Tokens.unsigned(), Tokens.expired(), "x", "a.b.c", "e30.e30.e30")) {
            as(bad).get(path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .body("type", equalTo("/problems/unauthorized"));
        }
    }

    @Test
    void whileNobodyCanTellWhetherATokenIsGoodTheAnswerSaysSo() {
        String path = "/v1/articles/" + aPublishedArticle("Read meanwhile").getString("id");
        String known = Tokens.reporter();
        String unknown = Tokens.ofAKeyToCome("rita", "reporter");
        as(unknown).get(path).then().statusCode(401);
        newsroom.cut();
        await().until(() -> as(unknown).get(path).statusCode() == 503);
        as(unknown)
                .get(path)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("type", equalTo("/problems/upstream-unavailable"));
        anyone().get(path).then().statusCode(200);
        as(known).get(path).then().statusCode(200);
        newsroom.mend();
        await().until(() -> as(unknown).get(path).statusCode() == 401);
    }

    @Test
    void aRevisionKeepsWhoMadeItAndWithWhichCredential() {
        String id = sending(Tokens.key("write:articles"), story("By a partner"))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Document change = changeOf(id);
        assertEquals(Tokens.PARTNER, change.getString("by"));
        assertEquals(Tokens.KEY, change.getString("credential"));
        Document byAPerson = changeOf(aDraft("By a person").getString("id"));
        assertEquals("rita", byAPerson.getString("by"));
        assertFalse(byAPerson.getString("credential").isBlank());
        // a key says nothing of that to anybody
        assertFalse(as(Tokens.key("write:articles"))
                .get("/v1/articles/" + id)
                .asString()
                .contains("key_"));
    }

    @Test
    void aKeyIsGoodForItsScopeAlone() {
        Supplier<String> draft = () -> aDraft("Looked at").getString("id");
        as(Tokens.key("read")).get("/v1/articles/" + draft.get()).then().statusCode(404);
        as(Tokens.key("write:claims")).get("/v1/articles/" + draft.get()).then().statusCode(404);
        as(Tokens.key("write:articles"))
                .get("/v1/articles/" + draft.get())
                .then()
                .statusCode(200);
        String reviewed = draft.get();
        Newsroom.move(reviewed, 1, Tokens.key("write:articles"), "{\"to\": \"in_review\"}")
                .statusCode(200);
        Newsroom.move(reviewed, 2, Tokens.key("write:articles"), "{\"to\": \"approved\"}")
                .statusCode(403);
        Newsroom.move(reviewed, 2, Tokens.key("publish"), "{\"to\": \"approved\"}")
                .statusCode(200);
        Newsroom.move(reviewed, 3, Tokens.key("publish"), "{\"to\": \"removed\", \"reason\": \"An order.\"}")
                .statusCode(403);
        Newsroom.move(reviewed, 3, Tokens.key("admin"), "{\"to\": \"removed\", \"reason\": \"An order.\"}")
                .statusCode(200);
    }

    private Document changeOf(String id) {
        return mongo.getDatabase(database)
                .getCollection("revisions")
                .find(Filters.eq("_id", id + ":1"))
                .first()
                .get("change", Document.class);
    }

    /** The newsroom's issuer at the other end of a wire that can be cut. */
    public static class KeysOnAWire implements QuarkusTestResourceLifecycleManager {

        private final LocalParts parts = new LocalParts();

        /** After the parts of the module's other tests, so that its settings are the ones that hold. */
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            Map<String, String> config = new HashMap<>(parts.start());
            newsroom = new Wire(URI.create(config.get("OIDC_JWKS")).getPort());
            config.put("OIDC_JWKS", "http://127.0.0.1:" + newsroom.port() + "/jwks.json");
            return config;
        }

        @Override
        public void stop() {
            newsroom.close();
            parts.stop();
        }
    }
}

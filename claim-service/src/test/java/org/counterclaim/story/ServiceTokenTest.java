package org.counterclaim.story;

import static org.awaitility.Awaitility.await;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Wire;
import org.counterclaim.local.IssuerServer;
import org.counterclaim.local.LocalIssuer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceTokenTest.LateIssuer.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(Newspaper.class)
class ServiceTokenTest {

    private static final String TEXT = "One said that it rained.";

    private static Wire wire;
    private static IssuerServer server;

    @Test
    void itFollowsOnceThereIsAnIssuerAndRenewsItsTokenInTime() {
        String article = aPublicArticle(TEXT);
        String id = aPublishedClaim(claim("Read all the same.", at(article, "s1", TEXT, "it rained")));
        anyone().get("/v1/claims/" + id).then().statusCode(200);
        assertEquals(0, server.issued());
        wire.mend();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Newspaper.feedTokens().size() >= 3);
        assertEquals(0, Newspaper.expiredFeedTokens());
        wire.cut();
        await().until(() -> anyone().get("/v1/claims/" + id).statusCode() == 200);
        wire.mend();
        int heard = Newspaper.feedTokens().size();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Newspaper.feedTokens().size() >= heard + 2);
        // one token for each while, not for each request
        assertTrue(
                server.issued() <= Newspaper.feedTokens().size() + 1,
                () -> server.issued() + " issued, " + Newspaper.feedTokens().size() + " used");
    }

    /** An issuer of short-lived tokens that is not there when the service starts. */
    public static class LateIssuer implements QuarkusTestResourceLifecycleManager {

        private final LocalParts parts = new LocalParts();

        /** After the parts of the module's other tests, so that its settings are the ones that hold. */
        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            LocalIssuer issuer = Issuers.issuer();
            server = IssuerServer.open(issuer, 0, Duration.ofSeconds(3));
            wire = new Wire(server.port());
            wire.cut();
            Map<String, String> config = new HashMap<>(parts.start());
            config.put("OIDC_TOKEN_URL", "http://127.0.0.1:" + wire.port() + "/token");
            config.put("SERVICE_CLIENT_SECRET", issuer.clientSecret());
            config.put("quarkus.oidc-client.refresh-token-time-skew", "1S");
            return config;
        }

        @Override
        public void stop() {
            wire.close();
            server.close();
            parts.stop();
        }
    }
}

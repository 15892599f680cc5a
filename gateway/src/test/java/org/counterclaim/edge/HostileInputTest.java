package org.counterclaim.edge;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.counterclaim.fixture.Server;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.counterclaim.kit.fixture.HostileInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@QuarkusTestResource(Services.class)
class HostileInputTest extends HostileInput {

    @TestHTTPResource("/")
    URI server;

    Services services;

    private final List<Server> servers = new ArrayList<>();

    /** They read what they get and keep nothing of it: what stands in for them elsewhere keeps bodies of 10 MB. */
    @BeforeEach
    void both() {
        for (Stand service : List.of(services.articles(), services.claims())) {
            service.close();
            servers.add(new Server(service.port(), HostileInputTest::refuse));
        }
    }

    private static void refuse(HttpServerRequest request) {
        request.endHandler(whole -> request.response()
                .setStatusCode(404)
                .putHeader("Content-Type", "application/problem+json")
                .end("{\"type\": \"/problems/not-found\", \"title\": \"T\", \"status\": 404}"));
    }

    @AfterEach
    void bothAreThereAgain() {
        servers.forEach(Server::close);
        services.haveAStory();
    }

    @Override
    protected URI server() {
        return server;
    }
}

package org.counterclaim.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.counterclaim.kit.fixture.HostileInput;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@QuarkusTestResource(Services.class)
class HostileInputTest extends HostileInput {

    @TestHTTPResource("/")
    URI server;

    Services services;

    @BeforeEach
    void both() {
        for (Stand service : List.of(services.articles(), services.claims())) {
            service.open().server().stubFor(any(anyUrl()).willReturn(Stand.problem(404, "not-found")));
        }
    }

    @Override
    protected void forget() {
        services.articles().server().resetRequests();
        services.claims().server().resetRequests();
    }

    @Override
    protected URI server() {
        return server;
    }
}

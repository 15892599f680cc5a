package org.counterclaim.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.awaitility.Awaitility.await;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.Partnership;
import org.counterclaim.fixture.Partnership.Key;
import org.counterclaim.fixture.Postgres;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.Tokens;
import org.counterclaim.kit.fixture.Trace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The spans that those get who watch over the service. */
@QuarkusTest
@QuarkusTestResource(Services.class)
@QuarkusTestResource(Issuers.class)
@QuarkusTestResource(Postgres.class)
class TracingTest {

    private static final String STORY = "/v1/stories/" + Services.ID;

    @Inject
    Breakers breakers;

    Services services;

    @BeforeEach
    void aStory() {
        breakers.close();
        services.haveAStory();
    }

    @Test
    void bothServicesAreAskedWithinTheCallersTrace() {
        Trace trace = Trace.wanted();
        trace.on(anyone()).get(STORY).then().statusCode(200);
        SpanData server = trace.server();
        assertEquals("GET /v1/stories/{id}", server.getName());
        assertEquals(trace.caller(), server.getParentSpanId());
        assertEquals(2, trace.childrenOf(server).size());
        assertCalled(trace, services.articles(), services.claims());
    }

    @Test
    void whatIsPassedThroughStaysInItsTrace() {
        services.claims().answers("/v1/claims/clm_1", Stand.json(null, "{}"));
        Trace trace = Trace.wanted();
        trace.on(RestAssured.given()).header("tracestate", "theirs=1").get("/v1/claims/clm_1");
        SpanData server = trace.server();
        assertEquals("GET /v1/claims/{path}", server.getName());
        assertEquals(1, trace.childrenOf(server).size());
        assertCalled(trace, services.claims());
        assertEquals(List.of("theirs=1"), told(services.claims(), "tracestate"));
    }

    @Test
    void aTraceThatNobodyWantsGoesOnUnrecorded() {
        Trace trace = Trace.unwanted();
        trace.on(anyone()).get(STORY).then().statusCode(200);
        anyone().get(STORY).then().statusCode(200);
        Trace.wanted().on(anyone()).get(STORY).then().statusCode(200);
        assertEquals(List.of(), trace.spans());
        await().untilAsserted(() -> {
            List<String> told = told(services.articles(), "traceparent");
            String unrecorded = "-[0-9a-f]{16}-00";
            assertTrue(
                    told.stream().anyMatch(parent -> parent.matches("00-" + trace.id() + unrecorded)), told::toString);
            assertTrue(
                    told.stream()
                            .filter(parent -> !parent.contains(trace.id()))
                            .anyMatch(parent -> parent.matches("00-[0-9a-f]{32}" + unrecorded)),
                    told::toString);
        });
    }

    @Test
    void theDatabaseIsAskedWithinTheTraceAndNothingIsToldOfTheQuestion() {
        Partnership.awaitTables();
        Key key = Partnership.on("free").key("read");
        Trace trace = Trace.wanted();
        trace.on(as(Tokens.admin())).get("/v1/api-keys/" + key.id()).then().statusCode(200);
        List<SpanData> asked = trace.childrenOf(trace.server()).stream()
                .filter(span -> span.getName().startsWith("SELECT"))
                .toList();
        assertFalse(asked.isEmpty(), trace.spans()::toString);
        assertFalse(asked.toString().contains(key.id()));
    }

    /** The services have been told the spans that their calls were, and nothing else. */
    private static void assertCalled(Trace trace, Stand... called) {
        Set<String> calls = trace.childrenOf(trace.server()).stream()
                .filter(span -> span.getKind() == SpanKind.CLIENT)
                .map(span -> trace.traceparent(span.getSpanId()))
                .collect(Collectors.toSet());
        // A stand writes down what it was asked after it has answered.
        List<String> told = await().until(
                        () -> Stream.of(called)
                                .flatMap(service -> told(service, "traceparent").stream())
                                .filter(parent -> parent.contains(trace.id()))
                                .toList(),
                        all -> all.size() == called.length);
        assertEquals(calls, Set.copyOf(told));
    }

    private static List<String> told(Stand service, String header) {
        return service.server().findAll(anyRequestedFor(anyUrl())).stream()
                .flatMap(request ->
                        request.header(header).isPresent() ? request.header(header).values().stream() : Stream.empty())
                .toList();
    }
}

package org.counterclaim.article;

import static org.counterclaim.article.Newsroom.aPublishedArticle;
import static org.counterclaim.article.Newsroom.story;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.counterclaim.kit.fixture.Trace;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.junit.jupiter.api.Test;

/** The spans that those get who watch over the service. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class TracingTest {

    @Test
    void aSpanIsItsCallersChildAndTheParentOfWhatTheStoreIsAsked() {
        String path = "/v1/articles/" + aPublishedArticle("Traced").getString("id");
        Trace trace = Trace.wanted();
        trace.on(anyone()).get(path).then().statusCode(200);
        SpanData server = trace.server();
        assertEquals("GET /v1/articles/{id}", server.getName());
        assertEquals(trace.caller(), server.getParentSpanId());
        assertTrue(server.getParentSpanContext().isRemote());
        List<SpanData> store = trace.childrenOf(server);
        assertEquals(
                List.of("find articles"), store.stream().map(SpanData::getName).toList());
        assertEquals(SpanKind.CLIENT, store.get(0).getKind());
        assertEquals(2, trace.spans().size());
    }

    @Test
    void aWritesStepsAreAllInItsTraceAndNothingOfWhatWasWritten() {
        Trace trace = Trace.wanted();
        String token = Tokens.of("nobody-to-be-named", "reporter");
        trace.on(sending(token, story("Nothing to be told")))
                .post("/v1/articles")
                .then()
                .statusCode(201);
        SpanData server = trace.server();
        Set<String> steps =
                trace.childrenOf(server).stream().map(SpanData::getName).collect(Collectors.toSet());
        assertEquals(
                Set.of("insert articles", "findAndModify counters", "insert revisions", "findAndModify articles"),
                steps);
        assertEquals(trace.spans().size(), trace.childrenOf(server).size() + 1);
        for (String secret : List.of("Nothing to be told", "It rained", "nobody-to-be-named", token)) {
            assertFalse(trace.spans().toString().contains(secret), secret);
        }
    }

    @Test
    void whatIsAskedForStandsInNoSpan() {
        Trace trace = Trace.wanted();
        trace.on(anyone()).get("/v1/articles?keyword=not-to-be-told").then().statusCode(200);
        assertEquals("/v1/articles", trace.server().getAttributes().get(AttributeKey.stringKey("url.path")));
        assertEquals(
                Set.of("db.system.name", "db.namespace", "db.operation.name", "db.collection.name"),
                trace.childrenOf(trace.server()).get(0).getAttributes().asMap().keySet().stream()
                        .map(AttributeKey::getKey)
                        .collect(Collectors.toSet()));
        assertFalse(trace.spans().toString().contains("not-to-be-told"));
    }

    @Test
    void whoWantsNoTraceGetsNone() {
        Trace unwanted = Trace.unwanted();
        unwanted.on(anyone()).get("/v1/articles").then().statusCode(200);
        Trace wanted = Trace.wanted();
        wanted.on(anyone()).get("/v1/articles").then().statusCode(200);
        wanted.server();
        assertEquals(List.of(), unwanted.spans());
    }

    /** Says something in the log while it answers, if it is asked to. */
    @Singleton
    static class Talkative {

        private static final Logger LOG = Logger.getLogger(Talkative.class.getName());
        private static final String HEADER = "Test-Say";

        @ServerRequestFilter
        public void say(ContainerRequestContext request) {
            if (request.getHeaders().containsKey(HEADER)) {
                LOG.info("Asked");
            }
        }
    }

    @Test
    void whatIsLoggedOfARequestNamesItsTrace() {
        List<ExtLogRecord> heard = new CopyOnWriteArrayList<>();
        Handler ear = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord line) {
                line.copyMdc();
                heard.add(line);
            }
        };
        Talkative.LOG.addHandler(ear);
        Trace trace = Trace.wanted();
        try {
            trace.on(anyone())
                    .header(Talkative.HEADER, "1")
                    .get("/v1/articles")
                    .then()
                    .statusCode(200);
        } finally {
            Talkative.LOG.removeHandler(ear);
        }
        assertEquals(1, heard.size());
        assertEquals(trace.id(), heard.get(0).getMdc("traceId"));
        assertEquals(trace.server().getSpanId(), heard.get(0).getMdc("spanId"));
    }
}

package org.counterclaim.story;

import static org.awaitility.Awaitility.await;
import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Newspaper.aHiddenArticle;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.counterclaim.kit.fixture.Trace;
import org.junit.jupiter.api.Test;

/** The spans that those get who watch over the service. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class TracingTest {

    @Test
    void theArticleServiceIsAskedWithinTheCallersTrace() {
        String text = "One said that it rained.";
        String article = aHiddenArticle(text);
        aDraft(claim("It rained.", at(article, "s1", text, "it rained")));
        Trace trace = Trace.wanted();
        trace.on(as(Tokens.reporter()))
                .get("/v1/claims/by-article/" + article)
                .then()
                .statusCode(200);
        SpanData server = trace.server();
        assertEquals("GET /v1/claims/by-article/{articleId}", server.getName());
        assertEquals(trace.caller(), server.getParentSpanId());
        List<SpanData> children = trace.childrenOf(server);
        assertEquals(trace.spans().size(), children.size() + 1, trace.spans()::toString);
        assertTrue(children.stream().anyMatch(span -> span.getName().equals("find claims")), children::toString);
        List<String> called = children.stream()
                .filter(span -> span.getName().startsWith("GET ") && span.getKind() == SpanKind.CLIENT)
                .map(span -> trace.traceparent(span.getSpanId()))
                .toList();
        assertFalse(called.isEmpty(), children::toString);
        assertEquals(called, Newspaper.traceparentsOf(trace.id()));
    }

    @Test
    void whatNobodyAskedForIsInNoTrace() {
        String article = aPublicArticle("Heard of.");
        await().until(() -> anyone().get("/v1/claims/by-article/" + article).statusCode() == 200);
        assertEquals(
                List.of(),
                Trace.everySpan().stream()
                        .filter(span -> span.toString().contains("/v1/articles/changes")
                                || span.getName().contains("stories"))
                        .filter(span -> !span.getParentSpanContext().isValid())
                        .toList());
    }
}

package org.counterclaim;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.f4b6a3.ulid.UlidCreator;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The articles that claims are quoted from, where this module's tests need some: it answers as article-service does (the tests
 * over the packaged services ask the real one) and can be made to fail.
 */
public class Newspaper implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, Issue> ISSUES = new ConcurrentHashMap<>();
    private static final List<String> FEED = new CopyOnWriteArrayList<>();
    private static final Set<String> WITHHELD = ConcurrentHashMap.newKeySet();
    private static final Set<String> FEED_TOKENS = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger EXPIRED = new AtomicInteger();
    private static WireMockServer server;

    private record Issue(boolean isPublic, int revision, Map<String, String> sections) {

        boolean isRemoved() {
            return sections.isEmpty();
        }
    }

    /** An article that everybody may read, with these texts as its sections s1, s2 and so on; its id. */
    public static String aPublicArticle(String... texts) {
        return print("art_" + UlidCreator.getMonotonicUlid(), true, 1, texts);
    }

    /** One that only the newsroom may read. */
    public static String aHiddenArticle(String... texts) {
        return print("art_" + UlidCreator.getMonotonicUlid(), false, 1, texts);
    }

    /** The article as it stands from now on. */
    public static String print(String id, boolean isPublic, int revision, String... texts) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String text : texts) {
            sections.put("s" + (sections.size() + 1), text);
        }
        ISSUES.put(id, new Issue(isPublic, revision, sections));
        FEED.add(id);
        return id;
    }

    /** The article was public and is not any more; readers are told so. */
    public static void withhold(String id) {
        Issue last = ISSUES.get(id);
        WITHHELD.add(id);
        print(id, false, last.revision + 1, last.sections.values().toArray(String[]::new));
    }

    /** The article is removed by a legal order. */
    public static void remove(String id) {
        print(id, false, ISSUES.get(id).revision + 1);
    }

    /** The tokens with which its feed was read, each once. */
    public static Set<String> feedTokens() {
        return FEED_TOKENS;
    }

    /** How often its feed was asked for with a token that had expired. */
    public static int expiredFeedTokens() {
        return EXPIRED.get();
    }

    /** What it was told of this trace, in the order in which it was asked. */
    public static List<String> traceparentsOf(String trace) {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader("traceparent"))
                .filter(traceparent -> traceparent != null && traceparent.contains(trace))
                .toList();
    }

    /** Runs something while the articles cannot be asked. */
    public static void whileBroken(Fault fault, Runnable what) {
        StubMapping broken = server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
        try {
            what.run();
        } finally {
            server.removeStub(broken);
        }
    }

    /** Runs something while the feed says no more than that there may be more; whoever follows has heard all there was. */
    public static void whileBehind(Runnable what) {
        String stuck = "{\"items\": [], \"page\": {\"limit\": 100, \"nextCursor\": \"%d\"}, \"behind\": true}"
                .formatted(FEED.size());
        StubMapping behind = server.stubFor(get(urlPathEqualTo("/v1/articles/changes"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(stuck)));
        try {
            what.run();
        } finally {
            server.removeStub(behind);
        }
    }

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(
                options().dynamicPort().bindAddress("127.0.0.1").extensions(new Press()));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("press")));
        return Map.of("quarkus.rest-client.articles.url", "http://127.0.0.1:" + server.port());
    }

    @Override
    public void stop() {
        server.stop();
    }

    private static final class Press implements ResponseDefinitionTransformerV2 {

        @Override
        public String getName() {
            return "press";
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            Request request = event.getRequest();
            String path = request.getUrl().replaceAll("\\?.*", "");
            boolean newsroom = isOfTheNewsroom(request.getHeader("Authorization"));
            ResponseDefinitionBuilder answer = switch (path) {
                case "/v1/articles" -> list(request.queryParameter("id").values(), newsroom);
                case "/v1/articles/changes" ->
                    changes(request.getHeader("Authorization"), request.queryParameter("cursor"));
                default -> article(path.substring("/v1/articles/".length()), request, newsroom);
            };
            return answer.withHeader("Content-Type", "application/json").build();
        }

        /** Whom article-service takes for a reporter or a service; whether the token is good is tested there. */
        private static boolean isOfTheNewsroom(String bearer) {
            return bearer != null && claims(bearer).matches(".*(\"groups\":\\[\"|write:articles|publish|admin).*");
        }

        private static String claims(String bearer) {
            String[] parts = bearer.split("\\.");
            return parts.length == 3 ? new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8) : "";
        }

        private static ResponseDefinitionBuilder changes(String bearer, QueryParameter cursor) {
            long end = Long.parseLong(claims(bearer).replaceAll(".*\"exp\":(\\d+).*", "$1"));
            if (end < Instant.now().getEpochSecond()) {
                EXPIRED.incrementAndGet();
                return aResponse().withStatus(401);
            }
            FEED_TOKENS.add(bearer);
            int from = cursor.isPresent() ? Integer.parseInt(cursor.firstValue()) : 0;
            List<String> news = List.copyOf(FEED.subList(from, Math.min(FEED.size(), from + 100)));
            String items = news.stream()
                    .map(id -> "{\"seq\": %d, \"id\": \"%s\", \"revision\": %d}"
                            .formatted(FEED.indexOf(id) + 1, id, ISSUES.get(id).revision))
                    .collect(Collectors.joining(","));
            return aResponse()
                    .withBody("{\"items\": [%s], \"page\": {\"limit\": 100, \"nextCursor\": \"%d\"}}"
                            .formatted(items, from + news.size()));
        }

        private static ResponseDefinitionBuilder list(List<String> ids, boolean newsroom) {
            String items = ids.stream()
                    .filter(id -> ISSUES.containsKey(id) && (newsroom || ISSUES.get(id).isPublic))
                    .map("{\"id\": \"%s\"}"::formatted)
                    .collect(Collectors.joining(","));
            return aResponse().withBody("{\"items\": [" + items + "]}");
        }

        private static ResponseDefinitionBuilder article(String id, Request request, boolean newsroom) {
            Issue issue = ISSUES.get(id);
            boolean old = request.queryParameter("revision").isPresent()
                    && !request.queryParameter("revision")
                            .hasValueMatching(com.github.tomakehurst.wiremock.client.WireMock.equalTo(
                                    String.valueOf(issue == null ? 0 : issue.revision)));
            if (issue != null && issue.isRemoved()) {
                return aResponse().withStatus(451).withBody("{}");
            }
            if (WITHHELD.contains(id) && !newsroom) {
                return aResponse().withStatus(410).withBody("{}");
            }
            if (issue == null || old || !issue.isPublic && !newsroom) {
                return aResponse().withStatus(404).withBody("{}");
            }
            String sections = issue.sections.entrySet().stream()
                    .map(section -> "{\"id\": \"%s\", \"role\": \"paragraph\", \"text\": \"%s\"}"
                            .formatted(section.getKey(), section.getValue().replace("\"", "\\\"")))
                    .collect(Collectors.joining(","));
            return aResponse()
                    .withBody(
                            "{\"id\": \"%s\", \"revision\": %d, \"editorialStatus\": \"%s\", \"updatedAt\": \"2026-11-23T08:00:00.000Z\", \"headline\": \"x\", \"sections\": [%s]}"
                                    .formatted(
                                            id, issue.revision, issue.isPublic ? "published" : "withheld", sections));
        }
    }
}

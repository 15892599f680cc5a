package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.awaitility.Awaitility.await;
import static org.counterclaim.fixture.Services.ARTICLE;
import static org.counterclaim.fixture.Services.CLAIMS;
import static org.counterclaim.fixture.Services.ID;
import static org.counterclaim.fixture.Services.byArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.Feeds;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.counterclaim.kit.fixture.Answers;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers get while the gateway holds their story, and follows both services. */
@QuarkusTest
@QuarkusTestResource(Services.class)
@QuarkusTestResource(Issuers.class)
class ReadyStoryTest {

    private static final String STORY = "/v1/stories/" + ID;
    private static final String ARTICLE_PATH = "/v1/articles/" + ID;
    private static final String TAG = "W/\"1/3/9af3\"";

    @Inject
    Breakers breakers;

    @Inject
    HeldStories held;

    @Inject
    FollowServices follower;

    Services services;
    Feeds feeds;

    @BeforeEach
    void aStoryThatIsHeld() {
        breakers.close();
        services.haveAStory();
        feeds = new Feeds(services);
        feeds.open();
        await().until(follower::areHeard);
        held.gone(ID);
        story().body("completeness.complete", is(true));
        assertNotNull(held.of(ID).ready());
        anyone().get("/v1/stories/a-story").then().statusCode(200);
        forgetQuestions();
    }

    /** Other tests begin with nothing held. */
    @AfterEach
    void nothingIsHeard() {
        services.haveAStory();
        feeds.close();
        await().until(() -> !follower.haveBegun());
    }

    @Test
    void nothingIsAskedForWhatIsHeld() {
        story().statusCode(200).header("ETag", TAG).body("article.headline", containsString("🙂"));
        anyone().get("/v1/stories/a-story").then().statusCode(200).body("id", is(ID));
        anyone().header("If-None-Match", TAG).get(STORY).then().statusCode(304).header("ETag", TAG);
        asked(0);
    }

    @Test
    void anAnswerFromMemoryLooksLikeAnyOther() {
        for (String coding : List.of("identity", "gzip")) {
            for (String tag : List.of("\"none\"", TAG)) {
                Response ready = read(coding, tag, "application/json");
                Response asked = read(coding, tag, "application/json, text/nothing;q=0");
                assertEquals(asked.statusCode(), ready.statusCode());
                assertEquals(asked.asString(), ready.asString());
                assertEquals(headers(asked), headers(ready));
            }
        }
    }

    private static Response read(String coding, String tag, String accept) {
        return anyone().header("Accept", accept)
                .header("Accept-Encoding", coding)
                .header("If-None-Match", tag)
                .get(STORY);
    }

    /** All but what is never twice the same. */
    private static List<String> headers(Response answer) {
        Set<String> own = Set.of("request-id", "ratelimit", "content-length", "transfer-encoding");
        return answer.headers().asList().stream()
                .filter(header -> !own.contains(header.getName().toLowerCase(Locale.ROOT)))
                .map(Header::toString)
                .map(header -> header.toLowerCase(Locale.ROOT))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    @Test
    void whatHasChangedIsAskedForAndOnlyThat() {
        services.articles().answers(ARTICLE_PATH, Stand.json("\"4\"", ARTICLE.replace("It rained.", "It snowed.")));
        services.claims().answers(byArticle(), Stand.notModified("\"9af3\""));
        feeds.tellOfArticle("changed");
        await().until(() -> held.of(ID).ready() == null);
        story().body("article.sections[0].text", is("It snowed."))
                .body("claims.articleId", is(ID))
                .header("ETag", "W/\"1/4/9af3\"");
        services.claims()
                .server()
                .verify(1, getRequestedFor(urlEqualTo(byArticle())).withHeader("If-None-Match", equalTo("\"9af3\"")));
    }

    @Test
    void whatHasLeftIsNotShownAgain() {
        services.articles().answers(ARTICLE_PATH, Stand.problem(410, "retracted"));
        feeds.tellOfArticle("left");
        await().until(() -> held.of(ID).article() == null);
        anyone().get(STORY).then().statusCode(410);
        services.articles().close();
        anyone().get(STORY).then().statusCode(503);
    }

    @Test
    void heldClaimsStandInForThoseThatCannotBeHad() {
        services.claims().close();
        await().until(() -> !follower.areHeard());
        story().body("claims.articleId", is(ID))
                .body("completeness.complete", is(true))
                .body("completeness.missing", nullValue())
                .body("completeness.stale.part", contains("claims"))
                .body("completeness.stale[0].asOf", notNullValue())
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue());
    }

    @Test
    void claimsOfWhichSomethingWasWithdrawnDoNot() {
        services.claims().answers(byArticle(), Stand.problem(500, "internal"));
        feeds.tellOfClaim("left");
        await().until(() -> held.of(ID).claims() == null);
        story().body("claims", nullValue()).body("completeness.missing.part", contains("claims"));
    }

    @Test
    void aHeldArticleStandsInUntilItExpires() {
        services.articles().close();
        await().until(() -> !follower.areHeard());
        story().body("article.id", is(ID)).body("completeness.stale.part", contains("article"));
        anyone().get("/v1/stories/a-story").then().statusCode(200);
        services.articles().open();
        feeds.open();
        services.articles()
                .answers(
                        ARTICLE_PATH,
                        Stand.json(
                                "\"4\"",
                                ARTICLE.replace(
                                        "\"revision\"", "\"expires\":\"2026-01-01T00:00:00.000Z\",\"revision\"")));
        await().until(follower::areHeard);
        feeds.tellOfArticle("changed");
        await().until(() -> held.of(ID).ready() == null);
        story().header("ETag", "W/\"1/4/9af3\"");
        await().until(() -> "\"4\"".equals(held.of(ID).article().tag()));
        services.articles().close();
        await().until(() -> !follower.areHeard());
        anyone().get(STORY).then().statusCode(503).header("Retry-After", "2");
    }

    @Test
    void whileAServiceIsSilentEachReaderIsShownWhatItSaysNow() {
        feeds.fallSilent();
        eachReaderIsShownWhatTheServiceSaysNow();
    }

    @Test
    void andWhileItHasNotToldEverything() {
        feeds.fallBehind();
        eachReaderIsShownWhatTheServiceSaysNow();
        feeds.catchUp();
        await().until(follower::areHeard);
    }

    private void eachReaderIsShownWhatTheServiceSaysNow() {
        await().until(() -> !follower.areHeard());
        forgetQuestions();
        services.articles().answers(ARTICLE_PATH, Stand.json("\"4\"", ARTICLE.replace("It rained.", "It snowed.")));
        story().body("article.sections[0].text", is("It snowed."));
        services.articles()
                .server()
                .verify(1, getRequestedFor(urlEqualTo(ARTICLE_PATH)).withHeader("If-None-Match", equalTo("\"3\"")));
        services.articles().answers(ARTICLE_PATH, Stand.json("\"5\"", ARTICLE.replace("It rained.", "It cleared.")));
        story().body("article.sections[0].text", is("It cleared."));
    }

    @Test
    void whoIsForgottenByAFeedForgetsWhatHeHeld() {
        feeds.close();
        await().until(() -> held.of(ID).article() == null);
        feeds.open();
        await().until(follower::areHeard);
        story().body("completeness.complete", is(true));
        assertNotNull(held.of(ID).ready());
    }

    @Test
    void whoComesWithCredentialsIsShownWhatTheServicesShowHim() {
        as(Tokens.editor()).get(STORY).then().statusCode(200).header("Cache-Control", "private, no-cache");
        asked(1);
    }

    @Test
    void manyAtOnceAreOneQuestionToEachService() {
        services.articles().answers(ARTICLE_PATH, Stand.json("\"3\"", ARTICLE).withFixedDelay(300));
        services.claims().answers(byArticle(), Stand.json("\"9af3\"", CLAIMS).withFixedDelay(300));
        feeds.tellOfArticle("changed");
        await().until(() -> held.of(ID).ready() == null);
        Answers.atOnce(50, () -> anyone().get(STORY))
                .forEach(answer -> answer.then().statusCode(200).header("ETag", TAG));
        asked(1);
    }

    private static ValidatableResponse story() {
        return anyone().get(STORY).then().statusCode(200);
    }

    private void forgetQuestions() {
        services.articles().server().resetRequests();
        services.claims().server().resetRequests();
    }

    private void asked(int times) {
        services.articles().server().verify(times, getRequestedFor(urlEqualTo(ARTICLE_PATH)));
        services.claims().server().verify(times, getRequestedFor(urlEqualTo(byArticle())));
    }
}

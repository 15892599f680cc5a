package org.counterclaim.digest;

import static org.awaitility.Awaitility.await;
import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Desk.post;
import static org.counterclaim.Desk.read;
import static org.counterclaim.Newspaper.aHiddenArticle;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.ulid.UlidCreator;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class StoryTest {

    private static final String FIRST = "One said that it rained.";
    private static final String SECOND = "Another denied that it rained.";

    @Test
    void aStoryHasItsClaimsInTheOrderOfItsTextWithAllThatTheyName() {
        String article = aPublicArticle(FIRST, SECOND);
        String one = aParty("One", "A");
        String another = aParty("Another", "B");
        String evidence = post("/v1/evidence", """
            {"kind": "document", "name": "A gauge", "access": "described_only", "heldBy": "%s",
             "appearances": [%s]}\
            """.formatted(one, at(article, "s1", FIRST, "it rained")))
                .statusCode(201)
                .extract()
                .path("id");
        String later =
                aPublishedClaim(claim("Later.", at(article, "s2", SECOND, "it rained"), position(another, "denies")));
        String earlier = aPublishedClaim(claim(
                "Earlier.",
                at(article, "s1", FIRST, "it rained"),
                position(one, "affirms").replace("}", ", \"evidence\": [\"" + evidence + "\"]}"),
                position(another, "denies")));
        aDraft(claim("Hidden.", at(article, "s1", FIRST, "it rained")));
        anyone().get("/v1/claims/by-article/" + article)
                .then()
                .statusCode(200)
                .body("articleId", equalTo(article))
                .body("articleRevision", equalTo(1))
                .body("items.id", contains(earlier, later))
                .body("items[0].evidence.name", contains("A gauge"))
                .body("items[0].evidence[0].appearances", hasSize(1))
                .body("items[1].evidence", empty())
                .body("parties.name", containsInAnyOrder("One", "Another"))
                .body("digest.disputed.claimId", contains(earlier))
                .body("digest.disputed[0].disputeStatus", equalTo("disputed"))
                .body("digest.one_sided.claimId", contains(later))
                .body("digest.agreed", empty())
                .body("sectionSpans.sectionId", contains("s1", "s2"))
                .body("sectionSpans[0].start", equalTo(14))
                .body("sectionSpans[0].end", equalTo(23))
                .body("sectionSpans.anchorState", contains("exact", "exact"));
        read("/v1/claims/by-article/" + article).statusCode(200).body("items", hasSize(3));
    }

    @Test
    void theTagFollowsEverythingThatIsShown() {
        String article = aPublicArticle(FIRST);
        aPublishedClaim(claim("Tagged.", at(article, "s1", FIRST, "it rained")));
        String tag = anyone().get("/v1/claims/by-article/" + article).header("ETag");
        anyone().header("If-None-Match", "W/" + tag)
                .get("/v1/claims/by-article/" + article)
                .then()
                .statusCode(304);
        aPublishedClaim(claim("Tagged too.", at(article, "s1", FIRST, "it rained")));
        anyone().header("If-None-Match", tag)
                .get("/v1/claims/by-article/" + article)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @Test
    void aPlaceThatSaysSomethingElseByNowIsNotPointedAt() {
        String article = aPublicArticle(FIRST);
        aPublishedClaim(claim("Moved on.", at(article, "s1", FIRST, "it rained")));
        Newspaper.print(article, true, 2, "One said that it snowed.");
        await().until(() ->
                anyone().get("/v1/claims/by-article/" + article).jsonPath().getInt("articleRevision") == 2);
        anyone().get("/v1/claims/by-article/" + article)
                .then()
                .statusCode(200)
                .body("articleRevision", equalTo(2))
                .body("items", hasSize(1))
                .body("sectionSpans", empty());
    }

    @Test
    void aStoryThatIsNotPublicHasNoClaims() {
        String hidden = aHiddenArticle(FIRST);
        aPublishedClaim(claim("Unseen.", at(hidden, "s1", FIRST, "it rained")));
        anyone().get("/v1/claims/by-article/" + hidden).then().statusCode(404);
        read("/v1/claims/by-article/" + hidden).statusCode(200).body("items", hasSize(1));
        String empty = aPublicArticle(FIRST);
        anyone().get("/v1/claims/by-article/" + empty).then().statusCode(200).body("items", empty());
    }

    @Test
    void nothingIsNotAnEmptyList() {
        String article = aPublicArticle(FIRST);
        Newspaper.whileBroken(Fault.EMPTY_RESPONSE, () -> {
            await().until(() -> anyone().get("/v1/claims/by-article/" + article).statusCode() == 503);
            anyone().get("/v1/claims/by-article/" + article)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("items", nullValue());
        });
    }

    @Test
    void manyStoriesAreCountedAtOnce() {
        String article = aPublicArticle(FIRST);
        String hidden = aHiddenArticle(FIRST);
        String empty = aPublicArticle(FIRST);
        String one = aParty("Counted", "A");
        aPublishedClaim(claim("Counted.", at(article, "s1", FIRST, "it rained"), position(one, "affirms")));
        aPublishedClaim(claim("Not.", at(hidden, "s1", FIRST, "it rained")));
        anyone().contentType(ContentType.JSON)
                .body("{\"ids\": [\"%s\", \"%s\", \"%s\"]}".formatted(hidden, article, empty))
                .post("/v1/claims/by-article:digests")
                .then()
                .statusCode(200)
                .body("items.articleId", contains(article, empty))
                .body("items[0].digest.one_sided", equalTo(1))
                .body("items[1].digest.one_sided", equalTo(0));
        anyone().contentType(ContentType.JSON)
                .body("{\"ids\": [\"x\"]}")
                .post("/v1/claims/by-article:digests")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/ids/0"));
    }

    @Test
    void noMoreStoriesAreCountedAtOnceThanAPageMayHave() {
        countsOf(200).statusCode(200).body("items", empty());
        countsOf(201)
                .statusCode(400)
                .body("type", equalTo("/problems/malformed"))
                .body("errors.pointer", contains("/ids"));
    }

    private static ValidatableResponse countsOf(int articles) {
        List<String> ids = Stream.generate(() -> "art_" + UlidCreator.getMonotonicUlid())
                .limit(articles)
                .toList();
        return anyone().contentType(ContentType.JSON)
                .body(Map.of("ids", ids))
                .post("/v1/claims/by-article:digests")
                .then();
    }
}

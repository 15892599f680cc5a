package org.counterclaim.claim;

import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Newspaper.aHiddenArticle;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class LinkedClaimTest {

    private static final String TEXT = "The minister said that \uD83D\uDE00 it rained on Monday.";
    private static final String QUOTE = "it rained on Monday";
    private static final String JSON_LD = "application/ld+json";

    @Test
    void aClaimIsWrittenInTheWordsOfSchemaOrg() {
        String article = aPublicArticle(TEXT);
        String party = aParty("The ministry", null);
        String id = aPublishedClaim(claim("It rained, linked.", at(article, "s1", TEXT, QUOTE))
                .replace(
                        "{\"text\"",
                        "{\"author\": \"" + party + "\", \"inLanguage\": \"en\", \"about\": [\"rain\"], "
                                + "\"claimDate\": {\"value\": \"2026-11\", \"precision\": \"month\"}, \"text\""));
        String tag = anyone().accept(JSON_LD)
                .get("/v1/claims/" + id)
                .then()
                .statusCode(200)
                .contentType(startsWith(JSON_LD))
                .header("ETag", matchesPattern("\"4-[0-9a-f]{16}\""))
                .body("'@context'", equalTo("https://schema.org"))
                .body("'@type'", equalTo("Claim"))
                .body("'@id'", matchesPattern("urn:uuid:[0-9a-f-]{36}"))
                .body("identifier", equalTo(id))
                .body("text", equalTo("It rained, linked."))
                .body("author.'@type'", equalTo("Person"))
                .body("author.name", equalTo("The ministry"))
                .body("about.name", contains("rain"))
                .body("datePublished", equalTo("2026-11"))
                .body("appearance.identifier", contains(article))
                .body("creativeWorkStatus", equalTo("published"))
                .body("review", nullValue())
                .body("disputeStatus", nullValue())
                .extract()
                .header("ETag");
        anyone().accept(JSON_LD)
                .header("If-None-Match", tag)
                .get("/v1/claims/" + id)
                .then()
                .statusCode(304);
        anyone().get("/v1/claims/" + id).then().header("ETag", "\"4\"").body("id", equalTo(id));
        anyone().accept("application/ld+json;q=0.1, application/json")
                .get("/v1/claims/" + id)
                .then()
                .body("id", equalTo(id));
        anyone().accept("text/html").get("/v1/claims/" + id).then().statusCode(406);
    }

    @Test
    void theClaimsOfAStoryAreOneDocument() {
        String article = aPublicArticle(TEXT);
        String party = aParty("The weather service", null);
        String id = aPublishedClaim(claim("It rained, in a story.", at(article, "s1", TEXT, QUOTE))
                .replace("{\"text\"", "{\"author\": \"" + party + "\", \"text\""));
        sending(Tokens.editor(), 4, """
                        {"url": "https://fact.example/2", "author": {"type": "Organization", "name": "Facts", "url": "https://fact.example"},
                         "datePublished": {"value": "2026-11-27", "precision": "day"},
                         "reviewRating": {"ratingValue": 5, "bestRating": 5, "worstRating": 1, "alternateName": "True"}}""")
                .post("/v1/claims/" + id + "/reviews?changeType=update&reason=Checked")
                .then()
                .statusCode(201);
        String path = "/v1/claims/by-article/" + article;
        String tag = anyone().accept(JSON_LD)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith(JSON_LD))
                .body("'@context'", equalTo("https://schema.org"))
                .body("'@graph'.'@type'", contains("Claim"))
                .body("'@graph'.identifier", contains(id))
                .body("'@graph'[0].author.name", equalTo("The weather service"))
                .body("'@graph'[0].review.'@type'", contains("ClaimReview"))
                .body("'@graph'[0].'@context'", nullValue())
                .extract()
                .header("ETag");
        anyone().accept(JSON_LD).header("If-None-Match", tag).get(path).then().statusCode(304);
        anyone().header("If-None-Match", tag).get(path).then().statusCode(200).body("items.id", contains(id));
        anyone().accept("text/html").get(path).then().statusCode(406);
        anyone().accept(JSON_LD)
                .get("/v1/claims/by-article/" + aHiddenArticle(TEXT))
                .then()
                .statusCode(404);
    }

    @Test
    void aClaimHasAClaimReviewIfSomebodyHasReviewedIt() {
        String article = aPublicArticle(TEXT);
        String denier = aParty("The denier", null);
        String body = claim(
                "It rained, reviewed.",
                at(article, "s1", TEXT, QUOTE),
                "{\"party\": \"" + denier + "\", \"stance\": \"denies\"}");
        String id = aPublishedClaim(body);
        String path = "/v1/claims/" + id + "/claimreview";
        anyone().get(path).then().statusCode(404).contentType("application/problem+json");
        sending(Tokens.editor(), 4, """
                        {"url": "https://fact.example/1", "author": {"type": "Organization", "name": "Facts", "url": "https://fact.example"},
                         "datePublished": {"value": "2026-11-27", "precision": "day"}, "reviewBody": "It did.",
                         "reviewRating": {"ratingValue": 4.50, "bestRating": 5, "worstRating": 1, "alternateName": "True"}}""")
                .post("/v1/claims/" + id + "/reviews?changeType=update&reason=Checked")
                .then()
                .statusCode(201);
        String tag = anyone().get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith(JSON_LD))
                .body("'@context'", equalTo("https://schema.org"))
                .body("'@graph'.'@type'", contains("ClaimReview"))
                .body("'@graph'[0].claimReviewed", equalTo("It rained, reviewed."))
                .body("'@graph'[0].author.'@type'", equalTo("Organization"))
                .body("'@graph'[0].datePublished", equalTo("2026-11-27"))
                .body("'@graph'[0].reviewRating.'@type'", equalTo("Rating"))
                .body("'@graph'[0].reviewRating.alternateName", equalTo("True"))
                .body("'@graph'[0].itemReviewed.'@type'", equalTo("Claim"))
                .body("'@graph'[0].itemReviewed.identifier", equalTo(id))
                .extract()
                .header("ETag");
        anyone().header("If-None-Match", tag).get(path).then().statusCode(304);
        anyone().accept("application/json").get(path).then().statusCode(406);
        anyone().accept(JSON_LD).get("/v1/claims/" + id).then().body("review.url", contains("https://fact.example/1"));
    }

    @Test
    void aReaderGetsThePlacesThatHeMaySeeAsAnnotations() {
        String shown = aPublicArticle(TEXT);
        String hidden = aHiddenArticle(TEXT);
        String elsewhere = "{\"url\": \"https://elsewhere.example/1\"}";
        String id = aPublishedClaim(claim(
                "It rained, annotated.",
                at(shown, "s1", TEXT, QUOTE) + "," + at(hidden, "s1", TEXT, QUOTE) + "," + elsewhere));
        String path = "/v1/claims/" + id + "/annotations";
        anyone().get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith(JSON_LD))
                .body("'@context'", equalTo("http://www.w3.org/ns/anno.jsonld"))
                .body("type", equalTo("AnnotationPage"))
                .body("items", hasSize(2))
                .body("items.motivation", contains("identifying", "identifying"))
                .body("items[0].body", matchesPattern("urn:uuid:[0-9a-f-]{36}"))
                .body("items[0].target.source", matchesPattern("urn:uuid:[0-9a-f-]{36}#s1"))
                .body("items[0].target.selector.type", contains("TextQuoteSelector", "TextPositionSelector"))
                .body("items[0].target.selector[0].exact", equalTo(QUOTE))
                .body("items[0].target.selector[0].prefix", equalTo("The minister said that \uD83D\uDE00 "))
                .body("items[0].target.selector[1].start", equalTo(25))
                .body("items[0].target.selector[1].end", equalTo(44))
                .body("items.target.source", hasItem("https://elsewhere.example/1"));
        as(Tokens.reporter())
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .header("ETag", "\"4\"");
        anyone().header("If-None-Match", "W/" + anyone().get(path).header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
        anyone().accept("text/html").get(path).then().statusCode(406);
    }

    @Test
    void aDraftHasNoFormForReaders() {
        String id = aDraft(claim("It rained, unlinked.", ""));
        anyone().accept(JSON_LD).get("/v1/claims/" + id).then().statusCode(404);
        anyone().get("/v1/claims/" + id + "/annotations").then().statusCode(404).body("status", not(equalTo(200)));
    }
}

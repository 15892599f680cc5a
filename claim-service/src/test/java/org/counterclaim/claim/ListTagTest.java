package org.counterclaim.claim;

import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Desk.post;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists have tags of what is on them, so that nobody is sent again what he has. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class ListTagTest {

    private static final String TEXT = "One said that it rained.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/claims?party={party}&limit=2&facets=disputeStatus",
                "/v1/claims/stats?groupBy=party",
                "/v1/claims/{claim}/history",
                "/v1/claims/{claim}/timeline",
                "/v1/parties?name=Tagged",
                "/v1/parties/{party}/positions"
            })
    void aListThatTheReaderHasIsNotSentAgainUntilItIsAnother(String list) {
        String party = aParty("Tagged", null);
        String claim = aPublishedClaim(
                claim("Tagged.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained"), position(party, "affirms")));
        String path = list.replace("{party}", party).replace("{claim}", claim);
        String tag = isKnownByItsTag(path);
        String other = aParty("Tagged", null);
        sending(Tokens.editor(), 4, position(other, "denies"))
                .post("/v1/claims/" + claim + "/positions?changeType=update&reason=x")
                .then()
                .statusCode(201);
        asked(path, tag).statusCode(200).header("ETag", not(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/evidence?limit=1", "/v1/rating-scales"})
    void aListWithoutChangesHasOneTag(String list) {
        post("/v1/evidence", "{\"kind\": \"document\", \"name\": \"x\", \"access\": \"public\"}")
                .statusCode(201);
        isKnownByItsTag(list);
    }

    @Test
    void whatIsAlikeIsNotSentAgain() {
        String place = at(aPublicArticle(TEXT), "s1", TEXT, "it rained");
        String claim = aPublishedClaim(claim("Nothing like it has hailed in forty summers.", place));
        aPublishedClaim(claim("Nothing like it has hailed in forty summers.", place));
        isKnownByItsTag("/v1/claims/" + claim + "/similar");
    }

    private static String isKnownByItsTag(String path) {
        String tag =
                as(Tokens.reporter()).get(path).then().statusCode(200).extract().header("ETag");
        asked(path, "W/" + tag).statusCode(304).header("ETag", tag);
        return tag;
    }

    private static ValidatableResponse asked(String path, String tag) {
        return as(Tokens.reporter()).header("If-None-Match", tag).get(path).then();
    }
}

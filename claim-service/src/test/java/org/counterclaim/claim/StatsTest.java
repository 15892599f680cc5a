package org.counterclaim.claim;

import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Desk.read;
import static org.counterclaim.Newspaper.aHiddenArticle;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.search.FacetQuery;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class StatsTest {

    private static final String TEXT = "One said that it rained, and another denied it.";

    @Test
    void readersCountWhatTheySee() {
        String party = aParty("Counted by readers", null);
        String article = aPublicArticle(TEXT);
        aPublishedClaim(claim(
                "Shown.",
                at(article, "s1", TEXT, "it rained"),
                position(party, "affirms"),
                position(party, "affirms").replace("}", ", \"aspect\": \"scale\"}")));
        aPublishedClaim(claim("Elsewhere.", "{\"url\": \"https://elsewhere.example\"}", position(party, "denies")));
        aPublishedClaim(claim("Hidden.", at(aHiddenArticle(TEXT), "s1", TEXT, "it rained"), position(party, "denies")));
        aDraft(claim("Draft.", at(article, "s1", TEXT, "it rained"), position(party, "affirms")));
        String of = "groups.findAll { it.party == '" + party + "' }";
        anyone().get("/v1/claims/stats?groupBy=disputeStatus,party")
                .then()
                .statusCode(200)
                .body(of + ".disputeStatus", containsInAnyOrder("one_sided", "denied"))
                .body(of + ".count", contains(1, 1))
                .body("complete", equalTo(true));
        read("/v1/claims/stats?groupBy=party").body(of + ".count", contains(4));
        anyone().get("/v1/claims/stats?groupBy=day")
                .then()
                .body("groups[0].day", equalTo(LocalDate.now(ZoneOffset.UTC).toString()))
                .body("groups[0].count", greaterThanOrEqualTo(2));
        Stream.of("", "?groupBy=", "?groupBy=colour", "?groupBy=day,")
                .forEach(query -> anyone().get("/v1/claims/stats" + query)
                        .then()
                        .statusCode(400)
                        .body("errors.pointer", contains("/groupBy")));
    }

    @Test
    void whatIsTooMuchIsSaidToBeIncomplete() {
        assertEquals(new ClaimStats(0, true, List.of()), ClaimStats.read(counted(0, 0)));
        ClaimStats groups = ClaimStats.read(counted(ClaimStats.MOST_GROUPS + 1, FacetQuery.COUNTED - 1));
        assertEquals(ClaimStats.MOST_GROUPS, groups.groups().size());
        assertEquals(false, groups.complete());
        assertEquals(false, ClaimStats.read(counted(1, FacetQuery.COUNTED)).complete());
    }

    private static BsonDocument counted(int groups, int all) {
        return new BsonDocument(
                        "groups",
                        new BsonArray(IntStream.range(0, groups)
                                .mapToObj(i -> new BsonDocument(
                                                "_id", new BsonDocument("party", new BsonString("party " + i)))
                                        .append("count", new BsonInt32(1)))
                                .toList()))
                .append(
                        "all",
                        all == 0
                                ? new BsonArray()
                                : new BsonArray(List.of(new BsonDocument("count", new BsonInt32(all)))));
    }
}

package org.counterclaim;

import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Desk.read;
import static org.counterclaim.Newspaper.aHiddenArticle;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.sending;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.counterclaim.kit.fixture.Api;
import org.counterclaim.kit.fixture.AuthorizationMatrix;
import org.counterclaim.kit.fixture.HiddenThings;
import org.counterclaim.kit.fixture.HiddenThings.Pair;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class AuthorizationTest {

    private static final String ULID = "01JRD8VN4Z5D8C7A2V0X3K9QWE";
    private static final String TEXT = "One said that it rained.";
    private static final String NO_CLAIM = "/v1/claims/clm_" + ULID;

    @TestFactory
    Stream<DynamicTest> everyOperationLetsInWhomItsContractNames() {
        aDraft(claim("Something to be exported.", ""));
        return AuthorizationMatrix.tests(
                AuthorizationMatrix.withTokens(),
                Map.ofEntries(
                        Map.entry("claims", "clm_" + ULID),
                        Map.entry("positions", "pos_" + ULID),
                        Map.entry("appearances", "app_" + ULID),
                        Map.entry("relations", "refines"),
                        Map.entry("refines", "clm_" + ULID),
                        Map.entry("by-article", "art_" + ULID),
                        Map.entry("parties", "pty_" + ULID),
                        Map.entry("evidence", "evd_" + ULID),
                        Map.entry("rating-scales", "rsc_nobody"),
                        Map.entry("reviews", "rev_" + ULID),
                        Map.entry("jobs", "job_none")));
    }

    @TestFactory
    Stream<DynamicTest> noReaderCanTellWhatIsHiddenFromNothing() {
        String party = aParty("Hidden", null);
        String job = sending(Tokens.editor(), "application/x-ndjson", new byte[] {'{', '}'})
                .post("/v1/claims/imports")
                .path("id");
        String shown = aPublicArticle(TEXT);
        String unseen = aHiddenArticle(TEXT);
        String body = claim("Hidden.", at(shown, "s1", TEXT, "it rained"), position(party, "affirms"));
        String draft = "/v1/claims/" + aDraft(body);
        String published = "/v1/claims/" + aPublishedClaim(body);
        String ofUnseen = "/v1/claims/" + aPublishedClaim(claim("Unseen.", at(unseen, "s1", TEXT, "it rained")));
        String inBoth = "/v1/claims/"
                + aPublishedClaim(
                        claim("Both.", at(shown, "s1", TEXT, "it rained") + "," + at(unseen, "s1", TEXT, "it rained")));
        String position = "/positions/" + read(draft).extract().path("positions[0].id");
        String relation = "/relations/supports/" + draft.substring("/v1/claims/".length());
        Api.as(Tokens.editor())
                .header("If-Match", "\"4\"")
                .put(published + relation + "?changeType=update&reason=x")
                .then()
                .statusCode(204);
        String evidence = Desk.post("/v1/evidence", "{\"kind\": \"document\", \"name\": \"x\", \"access\": \"public\"}")
                .statusCode(201)
                .extract()
                .path("id");
        return HiddenThings.tests(
                AuthorizationMatrix.withTokens(),
                Map.ofEntries(
                        Map.entry(
                                "/v1/claims/{id}",
                                List.of(
                                        new Pair(draft, NO_CLAIM),
                                        new Pair(ofUnseen, NO_CLAIM),
                                        new Pair(published + "?revision=1", published + "?revision=99"))),
                        parts("positions", draft, ofUnseen),
                        parts("positions/map", draft, ofUnseen),
                        Map.entry(
                                "/v1/claims/{id}/positions/{positionId}",
                                List.of(new Pair(draft + position, NO_CLAIM + position))),
                        parts("appearances", draft, ofUnseen),
                        Map.entry(
                                "/v1/claims/{id}/appearances/{appearanceId}",
                                List.of(
                                        new Pair(draft + place(draft, 0), NO_CLAIM + place(draft, 0)),
                                        new Pair(inBoth + place(inBoth, 1), inBoth + "/appearances/app_" + ULID))),
                        parts("graph", draft, ofUnseen),
                        parts("history", draft, ofUnseen),
                        parts("timeline", draft, ofUnseen),
                        Map.entry(
                                "/v1/claims/{id}/diff",
                                List.of(
                                        new Pair(draft + "/diff?from=1", NO_CLAIM + "/diff?from=1"),
                                        new Pair(ofUnseen + "/diff?from=4", NO_CLAIM + "/diff?from=4"),
                                        new Pair(published + "/diff?from=1", published + "/diff?from=99"))),
                        Map.entry(
                                "/v1/claims/{id}/relations/{type}/{targetId}",
                                List.of(
                                        new Pair(draft + relation, NO_CLAIM + relation),
                                        new Pair(published + relation, published + "/relations/supports/clm_" + ULID))),
                        parts("similar", draft, ofUnseen),
                        ofJob(job, ""),
                        ofJob(job, "/warnings"),
                        parts("claimreview", draft, ofUnseen),
                        parts("annotations", draft, ofUnseen),
                        parts("reviews", draft, ofUnseen),
                        Map.entry(
                                "/v1/claims/{id}/reviews/{reviewId}",
                                List.of(new Pair(draft + "/reviews/rev_" + ULID, NO_CLAIM + "/reviews/rev_" + ULID))),
                        Map.entry(
                                "/v1/rating-scales/{id}",
                                List.of(new Pair("/v1/rating-scales/rsc_nobody", "/v1/rating-scales/rsc_nought"))),
                        ofStory("", unseen),
                        ofStory("/digest", unseen),
                        ofStory("/positions/map", unseen),
                        ofStory("/timeline", unseen),
                        Map.entry(
                                "/v1/claims/by-article/{articleId}/diff",
                                List.of(new Pair(
                                        "/v1/claims/by-article/" + unseen + "/diff?since=2026-01-01T00:00:00Z",
                                        "/v1/claims/by-article/art_" + ULID + "/diff?since=2026-01-01T00:00:00Z"))),
                        Map.entry(
                                "/v1/parties/{id}",
                                List.of(new Pair("/v1/parties/" + party, "/v1/parties/pty_" + ULID))),
                        Map.entry(
                                "/v1/parties/{id}/positions",
                                List.of(new Pair(
                                        "/v1/parties/" + party + "/positions",
                                        "/v1/parties/pty_" + ULID + "/positions"))),
                        Map.entry(
                                "/v1/evidence/{id}",
                                List.of(new Pair("/v1/evidence/" + evidence, "/v1/evidence/evd_" + ULID)))));
    }

    private static String place(String claim, int number) {
        return "/appearances/" + read(claim).extract().path("appearances[" + number + "].id");
    }

    /** A part of a claim, of one that is a draft and of one whose story is hidden. */
    private static Map.Entry<String, List<Pair>> ofJob(String job, String part) {
        return Map.entry(
                "/v1/claims/jobs/{id}" + part,
                List.of(new Pair("/v1/claims/jobs/" + job + part, "/v1/claims/jobs/job_none" + part)));
    }

    private static Map.Entry<String, List<Pair>> parts(String part, String draft, String ofUnseen) {
        return Map.entry(
                "/v1/claims/{id}/" + part,
                List.of(
                        new Pair(draft + "/" + part, NO_CLAIM + "/" + part),
                        new Pair(ofUnseen + "/" + part, NO_CLAIM + "/" + part)));
    }

    private static Map.Entry<String, List<Pair>> ofStory(String part, String unseen) {
        return Map.entry(
                "/v1/claims/by-article/{articleId}" + part,
                List.of(new Pair(
                        "/v1/claims/by-article/" + unseen + part, "/v1/claims/by-article/art_" + ULID + part)));
    }
}

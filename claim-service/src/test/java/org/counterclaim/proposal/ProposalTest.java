package org.counterclaim.proposal;

import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.post;
import static org.counterclaim.Desk.read;
import static org.counterclaim.Newspaper.aHiddenArticle;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.junit.jupiter.api.Test;

/** From a story to proposals, and from those to drafts. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class ProposalTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAID =
            "😀 Mayor Ada Quill said on Monday that the harbour bridge had cost at least 40 million dollars.";
    private static final String DENIED =
            "The contractor, Brent Ovid, denied that the harbour bridge had cost 40 million dollars.";

    @Test
    void proposesWhoSaysWhatAndWhoDeniesIt() {
        propose(of("text", SAID + "\n\n" + DENIED))
                .body("complete", equalTo(true))
                .body("offsetUnit", equalTo("code_point"))
                .body("attributions.speaker", contains("ada_quill", "brent_ovid"))
                .body("attributions[0].source.start", equalTo(2))
                .body("attributions[0].content[0].prefix", equalTo(" Mayor Ada Quill said on Monday "))
                .body("attributions[0].quantities[0].comparator", equalTo("at_least"))
                .body("attributions.stance", contains("asserts", "denies"))
                .body("claims", hasSize(1))
                .body("claims[0].text", equalTo("The harbour bridge had cost at least 40 million dollars."))
                .body("claims[0].link", equalTo("explicit"))
                .body("claims[0].disputeStatus", equalTo("disputed"));
    }

    @Test
    void putsTheSurestFirstAndLeavesOutTheRest() {
        ObjectNode request = of("text", SAID + " Officials have voiced concern about the cost. " + DENIED);
        propose(request.put("minConfidence", 0.8))
                .body("attributions.confidence", everyItem(greaterThanOrEqualTo(0.8f)))
                .body("attributions.cue.exact", not(hasItem("have voiced")));
    }

    @Test
    void readsAnArticleOfTheCallers() {
        String article = aHiddenArticle(SAID, DENIED);
        propose(of("articleId", article))
                .body("articleId", equalTo(article))
                .body("articleRevision", equalTo(1))
                .body("attributions", hasSize(2));
        post("/v1/proposals", of("articleId", "art_01JRD8VN4Z5D8C7A2V0X3K9QWE").toString())
                .statusCode(404);
    }

    @Test
    void readsTheBeginningOfWhatIsTooLongForAStoryAndSaysSo() {
        propose(of("text", "\" a ".repeat(40_000)))
                .body("complete", equalTo(false))
                .body("attributions", empty());
        propose(of("text", "\"".repeat(100_000)))
                .body("complete", equalTo(false))
                .body("claims", empty());
        propose(of("text", "a".repeat(200_000))).body("attributions", empty());
        propose(of("text", "He denied it. ".repeat(14_000))).body("complete", equalTo(false));
        post("/v1/proposals", of("text", "a".repeat(200_001)).toString()).statusCode(413);
    }

    @Test
    void refusesWhatItCannotRead() {
        post("/v1/proposals", "{}").statusCode(422);
        post(
                        "/v1/proposals",
                        of("text", SAID)
                                .put("articleId", "art_01JRD8VN4Z5D8C7A2V0X3K9QWE")
                                .toString())
                .statusCode(422);
        post("/v1/proposals", of("text", SAID).put("language", "de").toString())
                .statusCode(422)
                .body("errors.pointer", contains("/language"));
        post("/v1/proposals", of("text", SAID).put("minConfidence", 2).toString())
                .statusCode(422);
    }

    @Test
    void acceptsProposalsAsDraftsAndDoublesNobody() {
        String known = aParty("Ada Quill", "CITY");
        String article = aPublicArticle(SAID, DENIED);
        ObjectNode acceptance = acceptance(article);
        String id = post("/v1/proposals:accept", acceptance.toString())
                .statusCode(201)
                .body("items", hasSize(1))
                .body("items[0].editorialStatus", equalTo("draft"))
                .body("items[0].author", equalTo(known))
                .body("items[0].disputeStatus.value", equalTo("disputed"))
                .body("items[0].positions.stance", contains("affirms", "denies"))
                .body("items[0].positions.side", hasItem("CITY"))
                .body("items[0].quantities[0].comparator", equalTo("at_least"))
                .body("items[0].appearances.sectionId", contains("s1"))
                .extract()
                .path("items[0].id");
        List<String> parties = read("/v1/claims/" + id).extract().path("positions.party");
        String again = post("/v1/proposals:accept", acceptance.toString())
                .statusCode(201)
                .extract()
                .path("items[0].id");
        assertEquals(id, again);
        String other = aPublicArticle(SAID, DENIED);
        post("/v1/proposals:accept", acceptance(other).toString())
                .statusCode(201)
                .body("items[0].positions.party", equalTo(parties));
    }

    @Test
    void choosesNobodyOfSeveralWhoHaveTheName() {
        String name = "Otto Vale";
        String said = SAID.replace("Ada Quill", name);
        String one = aParty(name, "CITY");
        propose(of("text", said)).body("speakers.party", contains(one)).body("speakers[0].namesakes", nullValue());
        String other = aParty(name, "PORT");
        String article = aPublicArticle(said);
        propose(of("articleId", article))
                .body("speakers[0].party", nullValue())
                .body("speakers[0].namesakes.id", containsInAnyOrder(one, other))
                .body("speakers[0].namesakes.name", contains(name, name));
        ObjectNode acceptance = acceptance(article);
        post("/v1/proposals:accept", acceptance.toString())
                .statusCode(422)
                .body("errors.pointer", contains("/speakers/0/party"))
                .body("errors.code", contains("ambiguous-party"));
        read("/v1/claims?articleId=" + article).body("items", empty());
        ObjectNode speaker = (ObjectNode) acceptance.path("speakers").get(0);
        speaker.put("party", "pty_01JRD8VN4Z5D8C7A2V0X3K9QWE");
        post("/v1/proposals:accept", acceptance.toString())
                .statusCode(422)
                .body("errors.code", contains("unknown-party"));
        speaker.put("party", other);
        post("/v1/proposals:accept", acceptance.toString())
                .statusCode(201)
                .body("items[0].author", equalTo(other))
                .body("items[0].positions.side", contains("PORT"));
    }

    @Test
    void writesNothingWhenTheArticleDoesNotSayWhatIsQuoted() {
        String article = aPublicArticle(SAID.replace("40", "50"), DENIED);
        ObjectNode acceptance = acceptance(aPublicArticle(SAID, DENIED));
        acceptance.put("articleId", article);
        post("/v1/proposals:accept", acceptance.toString())
                .statusCode(422)
                .body("errors.pointer", hasItems("/attributions/0/content/0/selector"));
        read("/v1/claims?articleId=" + article).statusCode(200).body("items", empty());
    }

    @Test
    void refusesWhatRestsOnNothing() {
        ObjectNode acceptance = acceptance(aPublicArticle(SAID, DENIED));
        ObjectNode unknown = acceptance.deepCopy();
        unknown.putArray("attributions");
        post("/v1/proposals:accept", unknown.toString()).statusCode(422).body("errors.pointer", contains("/chosen/0"));
        unknown = acceptance.deepCopy();
        unknown.putArray("speakers");
        post("/v1/proposals:accept", unknown.toString())
                .statusCode(422)
                .body("errors.code", contains("unknown-speaker"));
        acceptance.put("articleRevision", 7);
        post("/v1/proposals:accept", acceptance.toString()).statusCode(422);
    }

    private static ValidatableResponse propose(ObjectNode request) {
        return post("/v1/proposals", request.toString()).statusCode(200);
    }

    private static ObjectNode of(String member, String value) {
        return JSON.createObjectNode().put(member, value);
    }

    /** Everything that is proposed for an article, to be taken over. */
    private static ObjectNode acceptance(String article) {
        try {
            JsonNode proposals =
                    JSON.readTree(propose(of("articleId", article)).extract().asString());
            ObjectNode acceptance = JSON.createObjectNode();
            acceptance.set("articleId", proposals.path("articleId"));
            acceptance.set("articleRevision", proposals.path("articleRevision"));
            acceptance.set("chosen", proposals.path("claims"));
            acceptance.set("attributions", proposals.path("attributions"));
            acceptance.set("speakers", proposals.path("speakers"));
            return acceptance;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

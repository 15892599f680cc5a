package org.counterclaim.claim;

import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.move;
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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class ClaimSearchTest {

    private static final String TEXT = "The minister said that it hailed.";

    @Test
    void claimsAreFoundByTheWordsOfTheirLanguage() {
        String english = aDraft(
                with("Zebras were running in Xanadu.", "\"inLanguage\": \"en-GB\", \"about\": [\"striped animals\"]"));
        String german = aDraft(with("Die Xanaduer Häuser brannten.", "\"inLanguage\": \"de\""));
        find("q=zebra run").body("items.id", contains(english));
        find("q=\"running in xanadu\"").body("items.id", contains(english));
        find("q=zebras -xanadu").body("items", empty());
        find("q=striped animal xanadu&language=en").body("items.id", contains(english));
        find("q=xanadu&language=de").body("items", empty());
        find("q=haus xanaduer").body("items.id", contains(german));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "at_least | 155 | 200 | 200 | true",
                "at_least | 155 | 100 | 100 | false",
                "at_least | 155 | 155 | - | true",
                "at_least | 155 | - | 154 | false",
                "at_most | 155 | 100 | 100 | true",
                "at_most | 155 | 156 | - | false",
                "greater_than | 155 | 155 | 155 | false",
                "greater_than | 155 | 155.5 | 156 | true",
                "less_than | 155 | 155 | - | false",
                "exact | 155 | 155 | 155 | true",
                "exact | 155 | 156 | - | false",
                "approximately | 100 | 109 | 120 | true",
                "approximately | 100 | 111 | - | false",
                "approximately | -100 | -109 | -105 | true"
            })
    void aNumberIsFoundByWhatItMayBe(String comparator, String value, String min, String max, boolean found) {
        String unit = "hailstones";
        String marker = ("marker" + comparator + value + min + max)
                .replaceAll("\\W", "")
                .toLowerCase();
        String id = aDraft(with(
                marker + " counted.",
                "\"quantities\": [{\"value\": %s, \"comparator\": \"%s\", \"unitText\": \"%s\"}]"
                        .formatted(value, comparator, unit)));
        String bounds = (min == null ? "" : "&quantityMin=" + min) + (max == null ? "" : "&quantityMax=" + max);
        find("q=" + marker + bounds).body("items.id", found ? contains(id) : empty());
    }

    @Test
    void oneAndTheSameNumberIsBetweenTheTwo() {
        String id = aDraft(
                with(
                        "Twomarker counted.",
                        "\"quantities\": [{\"value\": 1, \"comparator\": \"exact\", \"unitText\": \"x\"}, {\"minValue\": 9, \"maxValue\": 12, \"comparator\": \"range\", \"unitText\": \"x\"}]"));
        find("q=twomarker&quantityMin=2&quantityMax=8").body("items", empty());
        find("q=twomarker&quantityMin=10&quantityMax=10").body("items.id", contains(id));
    }

    @Test
    void aPartyIsFoundByEachOfItsNames() {
        String party = post(
                        "/v1/parties",
                        "{\"type\": \"Person\", \"name\": \"Volodymyr Selenśkyj-Test\", \"alternateName\": [\"Zelensky Test\"], \"side\": \"UA-TEST\"}")
                .statusCode(201)
                .extract()
                .path("id");
        String spoken = aDraft(claim("It hailed, they say.", "", position(party, "affirms")));
        String authored = aDraft(with("It hailed, he says.", "\"author\": \"" + party + "\""));
        find("party=" + party).body("items.id", contains(spoken));
        find("party=ZELENSKY TEST").body("items.id", contains(spoken));
        find("party=volodymyr selenskyj-test").body("items.id", contains(spoken));
        find("party=nobody at all").body("items", empty());
        find("author=zelensky  test").body("items.id", contains(authored));
        find("side=UA-TEST").body("items.id", contains(spoken));
        find("side=UA-TEST&stance=denies").body("items", empty());
        read("/v1/parties?name=zelensky%20test").statusCode(200).body("items.id", contains(party));
        read("/v1/parties?name=zelensky").statusCode(200).body("items", empty());
    }

    @Test
    void claimsAreFoundByWhatStandsInThem() {
        String one = aParty("One of them", "ONE");
        String evidence = post("/v1/evidence", "{\"kind\": \"document\", \"name\": \"Leaf\", \"access\": \"lost\"}")
                .statusCode(201)
                .extract()
                .path("id");
        String both = claim("Filtermarker.", "", position(one, "affirms"), position(one, "denies"))
                .replace(
                        "{\"text\"",
                        "{\"hedge\": {\"level\": \"suspected\"}, \"claimDate\": {\"value\": \"2026-03\", \"precision\": \"month\"}, \"text\"")
                .replace("\"affirms\"", "\"affirms\", \"evidence\": [\"" + evidence + "\"]");
        String id = aDraft(both);
        find("q=filtermarker&hedge=suspected").body("items.id", contains(id));
        find("q=filtermarker&hedge=alleged").body("items", empty());
        find("q=filtermarker&evidenceAccess=lost").body("items.id", contains(id));
        find("q=filtermarker&evidenceAccess=public").body("items", empty());
        find("q=filtermarker&flag=side_contradiction").body("items.id", contains(id));
        find("q=filtermarker&flag=anchor_orphaned").body("items", empty());
        find("q=filtermarker&facets=evidenceAccess").body("facets.by.evidenceAccess.value", contains("lost"));
        find("q=filtermarker&claimDateFrom=2026-03-31").body("items.id", contains(id));
        find("q=filtermarker&claimDateFrom=2026-04").body("items", empty());
        find("q=filtermarker&claimDateTo=2026-03-01").body("items.id", contains(id));
        find("q=filtermarker&claimDateTo=2026-02").body("items", empty());
        find("q=filtermarker&updatedSince=2026").body("items.id", contains(id));
        find("q=filtermarker&updatedSince=2999").body("items", empty());
    }

    @Test
    void theReviewQueueIsAListOfItsOwn() {
        String article = aPublicArticle(TEXT);
        String id = aDraft(claim("Queuemarker.", at(article, "s1", TEXT, "it hailed")));
        find("q=queuemarker&editorialStatus=in_review").body("items", empty());
        move(id, 1, Tokens.reporter(), "in_review").statusCode(200);
        find("q=queuemarker&editorialStatus=in_review").body("items.id", contains(id));
    }

    @Test
    void whatIsFoundIsCountedAsItsReaderSeesIt() {
        String shown = aPublicArticle(TEXT);
        String hidden = aHiddenArticle(TEXT);
        String party = aParty("Countmarker", "COUNT");
        aPublishedClaim(claim("Countmarker one.", at(shown, "s1", TEXT, "it hailed"), position(party, "affirms")));
        aPublishedClaim(claim("Countmarker two.", at(hidden, "s1", TEXT, "it hailed"), position(party, "denies")));
        aPublishedClaim(claim("Countmarker three.", "{\"url\": \"https://elsewhere.example\"}"));
        aDraft(claim("Countmarker four.", ""));
        String path = "/v1/claims?q=countmarker&facets=disputeStatus,editorialStatus,side,party,language";
        anyone().get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("facets.counted", equalTo(2))
                .body("facets.complete", equalTo(true))
                .body("facets.by.disputeStatus.value", containsInAnyOrder("one_sided", "no_position"))
                .body("facets.by.editorialStatus", hasItem(equalTo(Map.of("value", "published", "count", 2))))
                .body("facets.by.party.value", contains(party))
                .body("facets.by.side.count", contains(1));
        read(path).body("facets.counted", equalTo(4)).body("facets.by.side.count", contains(2));
        anyone().get("/v1/claims?q=countmarker").then().body("facets", equalTo(null));
        Newspaper.whileBroken(Fault.CONNECTION_RESET_BY_PEER, () -> read(path).statusCode(200));
    }

    @Test
    void aStoryThatIsNotPublicFindsNothingForReaders() {
        String shown = aPublicArticle(TEXT);
        String hidden = aHiddenArticle(TEXT);
        String id = aPublishedClaim(claim(
                        "Placemarker.",
                        at(shown, "s1", TEXT, "it hailed") + ","
                                + at(hidden, "s1", TEXT, "it hailed")
                                        .replace(
                                                "\"indirect_quote\"", "\"none\", \"hedge\": {\"level\": \"asserted\"}"))
                .replace("{\"text\"", "{\"hedge\": {\"level\": \"alleged\"}, \"text\""));
        String path = "/v1/claims?q=placemarker&facets=language";
        anyone().get(path + "&articleId=" + shown).then().body("items.id", contains(id));
        anyone().get(path + "&articleId=" + hidden)
                .then()
                .body("items", empty())
                .body("facets.counted", equalTo(0));
        anyone().get(path + "&flag=hedge_drift").then().body("items", empty()).body("facets.counted", equalTo(0));
        read(path + "&flag=hedge_drift&articleId=" + hidden).body("items.id", contains(id));
    }

    @ParameterizedTest
    @CsvSource({
        "quantityMin=many, /quantityMin",
        "quantityMax=1e400, /quantityMax",
        "quantityMax=1&quantityMin=2, /quantityMax",
        "claimDateTo=2025&claimDateFrom=2026-01-01, /claimDateTo",
        "language=english!, /language",
        "hedge=sure, /hedge",
        "evidenceAccess=open, /evidenceAccess",
        "claimDateFrom=yesterday, /claimDateFrom",
        "claimDateTo=2026-13, /claimDateTo",
        "updatedSince=x, /updatedSince",
        "facets=secrets, /facets",
        "aspect=colour, /aspect",
        "stance=maybe, /stance",
        "bucket=none, /bucket",
        "flag=odd, /flag",
        "sort=text, /sort"
    })
    void whatIsAskedForWronglyIsSaid(String query, String pointer) {
        anyone().get("/v1/claims?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed"))
                .body("errors.pointer", contains(pointer));
    }

    private static String with(String text, String members) {
        return claim(text, "").replace("{\"text\"", "{" + members + ", \"text\"");
    }

    private static ValidatableResponse find(String query) {
        return read("/v1/claims?limit=200&"
                        + query.replace(" ", "%20").replace("\"", "%22").replace("ś", "%C5%9B"))
                .statusCode(200);
    }
}

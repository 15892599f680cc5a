package org.counterclaim.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.position;
import static org.counterclaim.exchange.AnImport.LINES;
import static org.counterclaim.exchange.AnImport.assertCounts;
import static org.counterclaim.exchange.AnImport.done;
import static org.counterclaim.exchange.AnImport.send;
import static org.counterclaim.exchange.AnImport.warnings;
import static org.counterclaim.kit.fixture.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.f4b6a3.ulid.UlidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of an export that come back; that all of them come back into an empty service is tried over the packaged ones. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class LineImportTest {

    private static final String QUERY = "?format=ndjson";

    @Test
    void whatIsThereStaysAsItIs() {
        String id = aDraft(claim("It snowed on the importers.", "", position(aParty("Ida", "A"), "affirms")));
        String line = line(id).replace("It snowed", "It rained");
        assertCounts(done(lines("", line)), 1, 0, 0, 1, 0);
        as(Tokens.editor()).get("/v1/claims/" + id).then().body("revision", equalTo(1));
    }

    @Test
    void whatIsNotThereIsMadeUnderItsIdsWithWhateverItNames() {
        String party = aParty("Ida", "A");
        String id = aDraft(claim("It hailed on the importers.", "", position(party, "affirms")));
        String otherId = renewed("clm_");
        String otherParty = renewed("pty_");
        String line = line(id).replace(id, otherId).replace(party, otherParty);
        assertCounts(done(lines("&dryRun=true", line)), 1, 1, 0, 0, 0);
        as(Tokens.editor()).get("/v1/claims/" + otherId).then().statusCode(404);
        as(Tokens.editor()).get("/v1/parties/" + otherParty).then().statusCode(404);
        assertCounts(done(lines("", line)), 1, 1, 0, 0, 0);
        as(Tokens.editor())
                .get("/v1/claims/" + otherId)
                .then()
                .statusCode(200)
                .body("editorialStatus", equalTo("draft"))
                .body("positions.id", contains(JsonPath.from(line).getString("positions[0].id")))
                .body("positions.party", contains(otherParty))
                .body("positions.side", contains("A"))
                .body("disputeStatus.value", equalTo("one_sided"));
        as(Tokens.editor()).get("/v1/parties/" + otherParty).then().body("name", equalTo("Ida"));
    }

    @Test
    void aLineThatIsWrongSpoilsNoOther() {
        String good = line(aDraft(claim("It froze on the importers.", ""))).replaceFirst("clm_\\w+", renewed("clm_"));
        String other = good.replaceFirst("clm_\\w+", renewed("clm_"));
        JsonPath job = done(lines(
                "",
                good,
                "{",
                "[]",
                other.replaceFirst("clm_\\w+", "clm_1"),
                other.replace("\"shortText\":", "\"short\":"),
                other.replace("\"evidenceIds\":[]", "\"evidenceIds\":[\"" + renewed("evd_") + "\"]"),
                other.replace("\"positions\":[]", "\"positions\":[{\"stance\":\"affirms\"}]"),
                other.replace("\"relations\":[]", "\"relations\":[{\"type\":\"likes\",\"target\":\"x\"}]")));
        assertCounts(job, 8, 1, 0, 0, 7);
        assertEquals(
                List.of(
                        "[]",
                        "[/id, /shortText, /text]",
                        "[/id]",
                        "[/shortText]",
                        "[/evidenceIds/0]",
                        "[/positions/0/id, /positions/0/party]",
                        "[/type]"),
                warnings(job).stream()
                        .map(warning -> warning.getList("errors.pointer").toString())
                        .toList());
    }

    @Test
    void aCircleIsNotClosed() {
        String line = line(aDraft(claim("It thawed on the importers.", "")));
        String id = JsonPath.from(line).getString("id");
        String one = renewed("clm_");
        String two = renewed("clm_");
        JsonPath job = done(lines(
                "",
                refining(line.replace(id, one), two),
                refining(line.replace(id, two), one),
                refining(line.replace(id, renewed("clm_")), one)));
        assertCounts(job, 3, 2, 0, 0, 1);
        assertEquals("cycle", warnings(job).get(0).getString("code"));
    }

    @ParameterizedTest
    @CsvSource({"application/json, ?format=ndjson", "text/csv, ?format=ndjson", "application/x-ndjson, ?format=lines"})
    void whatIsNoFormOfLinesIsRefused(String type, String query) {
        send("", query, type, "{}".getBytes(UTF_8)).then().statusCode(400).body("errors.pointer", contains("/format"));
    }

    private static String refining(String line, String target) {
        return line.replace("\"relations\":[]", "\"relations\":[{\"type\":\"refines\",\"target\":\"" + target + "\"}]");
    }

    private static String renewed(String prefix) {
        return prefix + UlidCreator.getMonotonicUlid();
    }

    private static Response lines(String more, String... lines) {
        String body = Stream.of(lines).map(line -> line + "\n").collect(Collectors.joining());
        return send(more, QUERY, LINES, body.getBytes(UTF_8));
    }

    /** The claim of this id as it is exported. */
    private static String line(String id) {
        return as(Tokens.editor())
                .get("/v1/claims/exports?format=ndjson")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.contains("\"id\":\"" + id + "\""))
                .findFirst()
                .orElseThrow();
    }
}

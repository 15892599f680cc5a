package org.counterclaim.exchange;

import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.exchange.AnImport.LINES;
import static org.counterclaim.kit.fixture.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class ExportTest {

    @Test
    void theLinesHaveEverythingOnce() {
        String id = aDraft(claim("It rained on the exporters.", ""));
        List<JsonPath> lines = as(Tokens.editor())
                .accept(LINES)
                .get("/v1/claims/exports")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(JsonPath::from)
                .toList();
        List<String> ids = lines.stream().map(line -> line.getString("id")).toList();
        assertEquals(ids.stream().distinct().sorted().toList(), ids);
        assertEquals(
                JsonPath.from(as(Tokens.editor()).get("/v1/claims/" + id).asString())
                        .getMap(""),
                lines.get(ids.indexOf(id)).getMap(""));
    }
}

package org.counterclaim.article;

import static org.counterclaim.article.Newsroom.aDraft;
import static org.counterclaim.article.Newsroom.aPublishedArticle;
import static org.counterclaim.article.Newsroom.create;
import static org.counterclaim.article.Newsroom.published;
import static org.counterclaim.article.Newsroom.story;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ArticleReadingTest {

    @Test
    void aReaderGetsWhatIsPublishedWithItsValidators() {
        JsonPath article = aPublishedArticle("Validators");
        String path = "/v1/articles/" + article.getString("id");
        anyone().get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .header("Last-Modified", notNullValue())
                .header("Cache-Control", "public, no-cache")
                .header("Vary", "Accept, Accept-Encoding")
                .header("Request-Id", notNullValue());
        anyone().header("If-None-Match", "W/\"4\"")
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", "\"4\"");
        anyone().header("If-None-Match", "\"3\"").get(path).then().statusCode(200);
        anyone().head(path).then().statusCode(200).header("ETag", "\"4\"");
        as(Tokens.reporter()).get(path).then().header("Cache-Control", "private, no-cache");
    }

    @Test
    void aReaderDoesNotSeeDraftsNorRevisionsBeforeTheFirstPublished() {
        anyone().get("/v1/articles/" + aDraft("Hidden").getString("id")).then().statusCode(404);
        String id = aPublishedArticle("Seen").getString("id");
        anyone().get("/v1/articles/" + id + "?revision=1").then().statusCode(404);
        anyone().get("/v1/articles/" + id + "?revision=4").then().statusCode(200);
        anyone().get("/v1/articles/" + id + "?revision=99").then().statusCode(404);
        as(Tokens.reporter()).get("/v1/articles/" + id + "?revision=1").then().statusCode(200);
        anyone().get("/v1/articles/" + id + "?revision=0")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/revision"));
    }

    @Test
    void anEmbargoHidesAndAnExpiryEnds() {
        String later = create(story("Later")
                        .replaceFirst(
                                "\\{", "{\"embargoedUntil\": \"" + Instant.now().plusSeconds(600) + "\","))
                .extract()
                .path("id");
        published(later);
        anyone().get("/v1/articles/" + later).then().statusCode(404);
        anyone().get("/v1/articles?id=" + later).then().statusCode(200).body("items", empty());
        String over = create(story("Over")
                        .replaceFirst("\\{", "{\"expires\": \"" + Instant.now().minusSeconds(1) + "\","))
                .extract()
                .path("id");
        published(over);
        anyone().get("/v1/articles/" + over).then().statusCode(410);
    }

    @Test
    void anOldSlugLeadsToTheNewOne() {
        JsonPath article = aPublishedArticle("Before the move");
        String body = story("After").replaceFirst("\\{", "{\"slug\": \"after-the-move\",");
        sending(Tokens.editor(), 4, body)
                .put("/v1/articles/" + article.getString("id") + "?changeType=update&reason=Renamed")
                .then()
                .statusCode(200);
        anyone().get("/v1/articles/by-slug/after-the-move")
                .then()
                .statusCode(200)
                .header("ETag", "\"5\"");
        anyone().redirects()
                .follow(false)
                .get("/v1/articles/by-slug/before-the-move")
                .then()
                .statusCode(308)
                .header("Location", "/v1/articles/by-slug/after-the-move");
        anyone().get("/v1/articles/by-slug/never-there").then().statusCode(404);
    }

    @Test
    void aListIsReadToItsEndPageByPage() {
        List<String> made = IntStream.range(0, 5)
                .mapToObj(i -> story("Page " + i).replace("\"test\"", "\"paging\""))
                .map(story -> create(story).extract().jsonPath().getString("id"))
                .toList();
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = as(Tokens.reporter())
                    .get("/v1/articles?keyword=paging&sort=updatedAt&limit=2" + cursor)
                    .jsonPath();
            read.addAll(page.getList("items.id"));
            String next = page.getString("page.nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        assertEquals(made, read);
    }

    @Test
    void aPageNamesTheNextAndTheFirst() {
        aPublishedArticle("Link one");
        aPublishedArticle("Link two");
        JsonPath page = anyone().get("/v1/articles?limit=1")
                .then()
                .statusCode(200)
                .header("Link", containsString("</v1/articles?limit=1>; rel=\"first\""))
                .extract()
                .jsonPath();
        String next = page.getString("page.nextCursor");
        anyone().get("/v1/articles?limit=1&sort=updatedAt&cursor=" + next)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/cursor-mismatch"));
        anyone().get("/v1/articles?keyword=nothing-has-it")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void flagsAreForTheNewsroom() {
        String id = create("""
                        {"headline": "Flags", "sources": [{"label": "Source 1", "resolution": "unresolved"},
                         {"label": "Source 2", "resolution": "resolved"}]}""").extract().path("id");
        as(Tokens.reporter())
                .get("/v1/articles/" + id + "/flags")
                .then()
                .statusCode(200)
                .body("items.id", contains("missing_date_published", "unresolved_source:src_1", "missing_byline"))
                .body("items.severity", contains("error", "error", "warning"));
        anyone().get("/v1/articles/" + id + "/flags").then().statusCode(401);
    }
}

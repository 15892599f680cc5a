package org.counterclaim.story;

import static org.awaitility.Awaitility.await;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.move;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Newspaper.aHiddenArticle;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.Newspaper.print;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class FollowTest {

    private static final String TEXT = "One said that it rained.";

    @Test
    void claimsComeAndGoWithTheirStory() {
        String cursor = head(anyone());
        String article = aHiddenArticle(TEXT);
        String id = aPublishedClaim(claim("With its story.", at(article, "s1", TEXT, "it rained")));
        assertEquals(404, status(id));
        print(article, true, 2, TEXT);
        await().until(() -> status(id) == 200);
        // who follows late is told how it stands, not each step: so each is waited for
        assertEquals(List.of("story entered 2"), heard(() -> anyone(), cursor, article, 1));
        print(article, false, 3, TEXT);
        await().until(() -> status(id) == 404);
        assertEquals(List.of("story entered 2", "story left 3"), heard(() -> anyone(), cursor, article, 2));
        print(article, true, 4, TEXT);
        await().until(() -> status(id) == 200);
        assertEquals(
                List.of("story entered 2", "story left 3", "story entered 4"),
                heard(() -> anyone(), cursor, article, 3));
    }

    @Test
    void whatHappenedInItsAbsenceIsHeardAfterwards() {
        String article = aPublicArticle(TEXT);
        String id = aPublishedClaim(claim("In its absence.", at(article, "s1", TEXT, "it rained")));
        await().until(() -> status(id) == 200);
        Newspaper.whileBroken(Fault.CONNECTION_RESET_BY_PEER, () -> {
            print(article, false, 2, TEXT);
            await().until(() -> status(id) == 503);
        });
        await().until(() -> status(id) == 404);
    }

    @Test
    void whatCannotBeToldYetIsAskedFor() {
        String article = aPublicArticle(TEXT);
        String id = aPublishedClaim(claim("While it is told late.", at(article, "s1", TEXT, "it rained")));
        await().until(() -> status(id) == 200);
        Newspaper.whileBehind(() -> {
            print(article, false, 2, TEXT);
            await().until(() -> status(id) == 404);
        });
        print(article, true, 3, TEXT);
        await().until(() -> status(id) == 200);
    }

    @Test
    void aReaderHearsOfClaimsInPublicStoriesAlone() {
        String shown = aPublicArticle(TEXT);
        String hidden = aHiddenArticle(TEXT);
        await().until(() -> anyone().get("/v1/claims/by-article/" + shown).statusCode() == 200);
        String cursor = head(anyone());
        String all = head(as(Tokens.service()));
        String secret = aPublishedClaim(claim("Secret.", at(hidden, "s1", TEXT, "it rained")));
        String open = aPublishedClaim(claim("Open.", at(shown, "s1", TEXT, "it rained")));
        move(open, 4, Tokens.editor(), "withheld").statusCode(200);
        assertEquals(List.of("claim entered 4", "claim left 5"), heard(() -> anyone(), cursor, open, 2));
        assertEquals(
                List.of("claim entered 1", "claim changed 2", "claim changed 3", "claim changed 4"),
                heard(() -> as(Tokens.service()), all, secret, 4));
        List<String> public_ = anyone().get("/v1/claims/changes?limit=200&cursor=" + cursor)
                .jsonPath()
                .getList("items.id");
        assertFalse(public_.contains(secret));
    }

    @Test
    void anItemNamesTheStoriesBeforeAndAfter() {
        String first = aPublicArticle(TEXT);
        String second = aPublicArticle(TEXT);
        String cursor = head(as(Tokens.service()));
        String party = aParty("Named", null);
        String id =
                aPublishedClaim(claim("Moves house.", at(first, "s1", TEXT, "it rained"), position(party, "affirms")));
        sending(Tokens.editor(), 4, at(second, "s1", TEXT, "it rained"))
                .post("/v1/claims/" + id + "/appearances?changeType=update&reason=x")
                .then()
                .statusCode(201);
        String place = anyone().get("/v1/claims/" + id).jsonPath().getString("appearances[0].id");
        as(Tokens.editor())
                .header("If-Match", "\"5\"")
                .delete("/v1/claims/" + id + "/appearances/" + place + "?changeType=update&reason=x")
                .then()
                .statusCode(204);
        List<Map<String, Object>> items = items(() -> as(Tokens.service()), cursor, id, 6);
        assertEquals(List.of(first), items.get(3).get("articleIds"));
        assertEquals(
                List.of(first, second).stream().sorted().toList(), items.get(4).get("articleIds"));
        assertEquals(
                List.of(first, second).stream().sorted().toList(), items.get(5).get("articleIds"));
        anyone().get("/v1/claims/changes?waitMs=9000").then().statusCode(400);
    }

    private static int status(String claim) {
        return anyone().get("/v1/claims/" + claim).statusCode();
    }

    private static String head(RequestSpecification caller) {
        return caller.get("/v1/claims/changes?cursor=head").jsonPath().getString("page.nextCursor");
    }

    private static List<String> heard(Supplier<RequestSpecification> caller, String cursor, String id, int much) {
        return items(caller, cursor, id, much).stream()
                .map(item -> item.get("type") + " " + item.get("change") + " " + item.get("revision"))
                .toList();
    }

    /** What a follower hears of one thing, page by page, until there is as much as that. */
    private static List<Map<String, Object>> items(
            Supplier<RequestSpecification> caller, String cursor, String id, int much) {
        List<Map<String, Object>> heard = new ArrayList<>();
        String from = cursor;
        for (int page = 0; page < 20 && heard.size() < much; page++) {
            JsonPath changes = caller.get()
                    .get("/v1/claims/changes?waitMs=2000&cursor=" + from)
                    .jsonPath();
            List<Map<String, Object>> items = changes.getList("items");
            items.stream().filter(item -> item.get("id").equals(id)).forEach(heard::add);
            from = changes.getString("page.nextCursor");
        }
        return heard;
    }
}

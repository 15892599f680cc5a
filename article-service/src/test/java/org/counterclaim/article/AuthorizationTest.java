package org.counterclaim.article;

import static org.counterclaim.article.Newsroom.aDraft;
import static org.counterclaim.article.Newsroom.aPublishedArticle;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.counterclaim.kit.fixture.AuthorizationMatrix;
import org.counterclaim.kit.fixture.HiddenThings;
import org.counterclaim.kit.fixture.HiddenThings.Pair;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AuthorizationTest {

    private static final String NO_ID = "art_01JRD8VN4Z5D8C7A2V0X3K9QWE";

    @TestFactory
    Stream<DynamicTest> everyOperationLetsInWhomItsContractNames() {
        aDraft("There to be exported"); // an export of nothing has no body, which its contract does not know
        return AuthorizationMatrix.tests(
                AuthorizationMatrix.withTokens(),
                Map.of("articles", NO_ID, "by-slug", "never-there", "revisions", "1", "jobs", "job_none"));
    }

    @TestFactory
    Stream<DynamicTest> noReaderCanTellADraftFromNothing() {
        JsonPath draft = aDraft("Told from nothing by nobody");
        String hidden = "/v1/articles/" + draft.getString("id");
        JsonPath once = aPublishedArticle("Once a draft");
        String published = "/v1/articles/" + once.getString("id");
        String drafted = once.getString("createdAt");
        Instant now = Instant.now();
        String missing = "/v1/articles/" + NO_ID;
        return HiddenThings.tests(
                AuthorizationMatrix.withTokens(),
                Map.of(
                        "/v1/articles/{id}",
                        List.of(
                                new Pair(hidden, missing),
                                new Pair(hidden + "?revision=1", missing + "?revision=1"),
                                new Pair(hidden + "?asOf=" + now, missing + "?asOf=" + now),
                                new Pair(published + "?revision=1", published + "?revision=99"),
                                new Pair(published + "?asOf=" + drafted, published + "?asOf=2001-01-01T00:00:00Z")),
                        "/v1/articles/by-slug/{slug}",
                        List.of(new Pair(
                                "/v1/articles/by-slug/" + draft.getString("slug"), "/v1/articles/by-slug/never-there")),
                        "/v1/articles/{id}/revisions",
                        List.of(new Pair(hidden + "/revisions", missing + "/revisions")),
                        "/v1/articles/{id}/revisions/{n}",
                        List.of(
                                new Pair(hidden + "/revisions/1", missing + "/revisions/1"),
                                new Pair(published + "/revisions/3", published + "/revisions/99")),
                        "/v1/articles/{id}/diff",
                        List.of(
                                new Pair(hidden + "/diff?from=1", missing + "/diff?from=1"),
                                new Pair(published + "/diff?from=3", published + "/diff?from=99"),
                                new Pair(published + "/diff?from=4&to=1", published + "/diff?from=4&to=99")),
                        "/v1/articles/{id}/related",
                        List.of(new Pair(hidden + "/related", missing + "/related")),
                        "/v1/articles/{id}/corrections",
                        List.of(new Pair(hidden + "/corrections", missing + "/corrections")),
                        "/v1/articles/jobs/{id}",
                        List.of(new Pair("/v1/articles/jobs/" + aJob(), "/v1/articles/jobs/job_none")),
                        "/v1/articles/jobs/{id}/errors",
                        List.of(new Pair(
                                "/v1/articles/jobs/" + aJob() + "/errors", "/v1/articles/jobs/job_none/errors")),
                        "/v1/articles/{id}/flags",
                        List.of(new Pair(hidden + "/flags", missing + "/flags"))));
    }

    private static String aJob() {
        return sending(Tokens.editor(), "application/x-ndjson", "{}".getBytes())
                .post("/v1/articles/imports")
                .path("id");
    }

    @Test
    void aRefusalNamesTheRoleThatIsNeeded() {
        as(Tokens.key("read", "write:claims"))
                .contentType("text/plain")
                .body("A text.")
                .post("/v1/articles")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"))
                .body("detail", equalTo("Needs the role reporter, or an API key with the scope write:articles."));
    }
}

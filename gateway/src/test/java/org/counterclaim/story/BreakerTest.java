package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.awaitility.Awaitility.await;
import static org.counterclaim.fixture.Services.CLAIMS;
import static org.counterclaim.fixture.Services.ID;
import static org.counterclaim.fixture.Services.byArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.counterclaim.kit.fixture.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Services.class)
class BreakerTest {

    private static final String STORY = "/v1/stories/" + ID;
    private static final int VOLUME = 20;

    @Inject
    Breakers breakers;

    Services services;

    @BeforeEach
    void aStory() {
        breakers.close();
        services.haveAStory();
    }

    @Test
    void claimsThatHangAreNotAskedAgainAndComeBack() {
        services.claims().answers(byArticle(), Stand.json("\"1\"", CLAIMS).withFixedDelay(3_000));
        read(VOLUME, "timeout");
        assertEquals(State.OPEN, breakers.state("claim-service"));
        services.claims().server().resetRequests();
        // a lost budget would take 800 ms
        story().body("completeness.missing[0].reason", is("unavailable")).time(lessThan(700L), TimeUnit.MILLISECONDS);
        services.claims().server().verify(0, getRequestedFor(urlEqualTo(byArticle())));
        services.claims().answers(byArticle(), Stand.json("\"1\"", CLAIMS));
        await().atMost(Duration.ofSeconds(5)).until(() -> story().extract().path("completeness.complete"));
        assertEquals(State.CLOSED, breakers.state("claim-service"));
    }

    @Test
    void aRefusalIsNoFault() {
        services.claims().answers(byArticle(), Stand.problem(404, "not-found"));
        services.articles().answers("/v1/articles/" + ID, Stand.problem(404, "not-found"));
        IntStream.range(0, VOLUME + 5).forEach(i -> anyone().get(STORY).then().statusCode(404));
        assertEquals(State.CLOSED, breakers.state("article-service"));
        assertEquals(State.CLOSED, breakers.state("claim-service"));
    }

    @Test
    void anArticleServiceThatFailsIsNotAskedAgain() {
        services.articles().close();
        IntStream.range(0, VOLUME).forEach(i -> anyone().get(STORY).then().statusCode(503));
        assertEquals(State.OPEN, breakers.state("article-service"));
        anyone().get(STORY).then().statusCode(503).header("Retry-After", "2");
    }

    private static void read(int times, String reason) {
        Answers.atOnce(times, () -> anyone().get(STORY))
                .forEach(answer -> answer.then().statusCode(200).body("completeness.missing[0].reason", is(reason)));
    }

    private static ValidatableResponse story() {
        return anyone().get(STORY).then().statusCode(200);
    }
}

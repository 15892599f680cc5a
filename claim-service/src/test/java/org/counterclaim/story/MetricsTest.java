package org.counterclaim.story;

import static org.awaitility.Awaitility.await;
import static org.counterclaim.Newspaper.aPublicArticle;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Scrape;
import org.counterclaim.kit.fixture.Strangers;
import org.junit.jupiter.api.Test;

/** The metrics that those get who watch over the service. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class MetricsTest {

    private static final String SILENCE = "counterclaim_follower_silence_seconds{feed=\"articles\"}";
    private static final String POSITION = "counterclaim_follower_position{feed=\"articles\"}";

    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void theFollowerIsMeasured() {
        aPublicArticle("News.");
        await().until(() -> value(POSITION) >= 1 && value(SILENCE) < 1);
        Newspaper.whileBroken(Fault.CONNECTION_RESET_BY_PEER, () -> await().until(() -> value(SILENCE) > 1));
        await().until(() -> value(SILENCE) < 1);
    }

    private double value(String series) {
        return Scrape.of(metrics).value(series);
    }

    @Test
    void strangersMakeNoSeries() {
        new Strangers(service, metrics)
                .assertNoNewSeries(
                        2_000,
                        List.of("/*", "/v1/*", "/v1/claims/*/flags", "/v1/claims/*/*/*", "/v1/claims?*=1", "/docs/*"),
                        List.of("/v1/claims/*", "/v1/claims/by-article/*", "/v1/parties/*", "/v1/evidence/*"));
    }
}

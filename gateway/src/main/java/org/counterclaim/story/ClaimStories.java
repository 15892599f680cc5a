package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.story.StoryMeter.View;
import org.counterclaim.upstream.Answer;

/** The stories that a claim appears in. */
@Singleton
class ClaimStories {

    /** How many articles the article service can be asked for by their ids. */
    private static final int AT_ONCE = 200;

    private final ClaimSource claims;
    private final StoryPages pages;
    private final StoryJson json;
    private final StoryMeter meter;

    ClaimStories(ClaimSource claims, StoryPages pages, StoryJson json, StoryMeter meter) {
        this.claims = claims;
        this.pages = pages;
        this.json = json;
        this.meter = meter;
    }

    /** What was found: a page, or where the claim has gone. */
    record Found(Composed page, String movedTo) {}

    Uni<Found> of(String claimId, Paging paging, RoutingContext reader) {
        return claims.claim(claimId, reader)
                .chain(answer -> answer.status() == 308
                        ? Uni.createFrom().item(new Found(null, answer.header("Location")))
                        : meter.watch(View.PAGE, pages.of(articles(answer), claimId, paging, reader))
                                .map(page -> new Found(page, null)));
    }

    /** Those that it appears in; the last that were written down if there are too many. */
    private List<String> articles(Answer claim) {
        JsonNode places = json.read(claim.body()).path("appearances");
        List<String> ids = StreamSupport.stream(places.spliterator(), false)
                .flatMap(place -> Optional.ofNullable(place.path("articleId").textValue()).stream())
                .distinct()
                .collect(Collectors.toList());
        return ids.subList(Math.max(0, ids.size() - AT_ONCE), ids.size());
    }
}

package org.counterclaim.story;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.counterclaim.upstream.Answer;
import org.counterclaim.upstream.Upstream;
import org.counterclaim.upstream.UpstreamConfig;
import org.counterclaim.upstream.UpstreamFailure;

/** What the claims add to a story. It is told without them, so that a failure is a part that is missing. */
@Singleton
@Startup
class ClaimSource {

    static final String PART = "claims";

    private final Upstream service;

    ClaimSource(UpstreamConfig.Claims config, Vertx vertx, MeterRegistry meters) {
        this.service = new Upstream("claim-service", config, vertx, meters);
    }

    Uni<Claims> byArticle(String articleId, RoutingContext reader) {
        return optional(service.get("/v1/claims/by-article/" + articleId, reader));
    }

    /** The counts of many stories in one call. */
    Uni<Claims> digests(List<String> articleIds, RoutingContext reader) {
        Buffer ids = new JsonObject().put("ids", new JsonArray(articleIds)).toBuffer();
        return optional(service.post("/v1/claims/by-article:digests", ids, reader));
    }

    /** What counts that are no counts, or that are not all there, are. */
    Claims missing(UpstreamFailure.Reason reason) {
        return new Claims(null, new Missing(PART, reason, service.retryAfter()));
    }

    /** A 404 is no answer either: the article is public, so that the two services have not seen the same yet. */
    private Uni<Claims> optional(Uni<Answer> answer) {
        return answer.map(Answer::success)
                .map(success -> new Claims(success, null))
                .onFailure(UpstreamFailure.class)
                .recoverWithItem(failure -> missing(((UpstreamFailure) failure).reason()));
    }

    /** The answer, or why there is none. */
    record Claims(Answer answer, Missing missing) {}
}

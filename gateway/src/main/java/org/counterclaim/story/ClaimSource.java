package org.counterclaim.story;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.counterclaim.upstream.Answer;
import org.counterclaim.upstream.Upstream;
import org.counterclaim.upstream.UpstreamConfig;
import org.counterclaim.upstream.UpstreamFailure;
import org.counterclaim.upstream.Upstreams;

/** What the claims add to a story. It is told without them, so that a failure is a part that is missing. */
@Singleton
@Startup
class ClaimSource {

    static final String PART = "claims";

    private static final String BY_ARTICLE = "/v1/claims/by-article/";
    private static final String MAP = "/positions/map";

    private final Upstream service;
    private final Clock clock;

    ClaimSource(UpstreamConfig.Claims config, Upstreams upstreams, Clock clock) {
        this.service = upstreams.to("claim-service", config);
        this.clock = clock;
    }

    /**
     * The claims of a story, or what is held of them while the service is away.
     *
     * @param known what is held when the service is asked; null for nothing
     * @param held what is held when it has not answered
     */
    Uni<Got> byArticle(String articleId, RoutingContext reader, Part known, Supplier<Part> held) {
        return got(service.get(BY_ARTICLE + articleId, reader, known == null ? null : known.tag()), known, held, PART);
    }

    /** Who stands where on each claim of a story. */
    Uni<Got> positions(String articleId, RoutingContext reader) {
        return got(service.get(BY_ARTICLE + articleId + MAP, reader), null, () -> null, "positions");
    }

    /** The claims of a story as Claims of schema.org. */
    Uni<Got> linked(String articleId, RoutingContext reader) {
        return got(service.getAs(StoryForms.JSON_LD, BY_ARTICLE + articleId, reader), null, () -> null, PART);
    }

    /** What moved the status of a story's claims. */
    Uni<Got> timeline(String articleId, RoutingContext reader) {
        return got(service.get(BY_ARTICLE + articleId + "/timeline", reader), null, () -> null, PART);
    }

    /** What a story's claims have become since they were read. */
    Uni<Got> changes(String articleId, ReadSince read, RoutingContext reader) {
        return got(service.get(BY_ARTICLE + articleId + "/diff?" + read.ofClaims(), reader), null, () -> null, PART);
    }

    /** The counts of many stories in one call. */
    Uni<Got> digests(List<String> articleIds, RoutingContext reader) {
        Buffer ids = new JsonObject().put("ids", new JsonArray(articleIds)).toBuffer();
        return got(service.post("/v1/claims/by-article:digests", ids, reader), null, () -> null, PART);
    }

    /** A claim, or a redirection to the one that it was merged into. */
    Uni<Answer> claim(String id, RoutingContext reader) {
        return service.get("/v1/claims/" + id, reader)
                .map(answer -> answer.status() == 308 ? answer : answer.granted())
                .onFailure(UpstreamFailure.class)
                .transform(failure -> ((UpstreamFailure) failure).problem(service.retryAfter()));
    }

    /** What a search finds. It finds less without this service. */
    Uni<Got> found(String part, String target, RoutingContext reader) {
        return service.get(target, reader)
                .map(answer -> Got.fresh(new Part(answer.granted(), clock.instant())))
                .onFailure(UpstreamFailure.class)
                .recoverWithItem(failure -> Got.nothing(missing(part, ((UpstreamFailure) failure).reason())));
    }

    /** What counts that are no counts, or that are not all there, are. */
    Missing missing(UpstreamFailure.Reason reason) {
        return missing(PART, reason);
    }

    private Missing missing(String part, UpstreamFailure.Reason reason) {
        return new Missing(part, reason, service.retryAfter());
    }

    /** A 404 is no answer either: the article is public, so that the two services have not seen the same yet. */
    private Uni<Got> got(Uni<Answer> answer, Part known, Supplier<Part> held, String part) {
        return answer.map(claims -> Got.fresh(Part.of(claims, known, clock.instant(), Answer::success)))
                .onFailure(UpstreamFailure.class)
                .recoverWithItem(failure -> standIn(held.get(), missing(part, ((UpstreamFailure) failure).reason())));
    }

    private Got standIn(Part held, Missing missing) {
        return held != null && held.mayStandIn(clock.instant()) ? Got.stale(held) : Got.nothing(missing);
    }
}

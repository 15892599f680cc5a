package org.counterclaim.story;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.upstream.Answer;
import org.counterclaim.upstream.Upstream;
import org.counterclaim.upstream.UpstreamConfig;
import org.counterclaim.upstream.UpstreamFailure;
import org.counterclaim.upstream.Upstreams;

/** The article of a story: without it there is none, so that every failure is an error of ours. */
@Singleton
@Startup
class ArticleSource {

    static final String PART = "article";

    private final Upstream service;
    private final Clock clock;

    /** Made once: its stack costs more than all else, at the moment in which there is least to spare. */
    private final HttpProblem full;

    ArticleSource(UpstreamConfig.Articles config, Upstreams upstreams, Clock clock) {
        this.service = upstreams.to("article-service", config);
        this.clock = clock;
        this.full = UpstreamFailure.problem(UpstreamFailure.Reason.UNAVAILABLE, service.retryAfter());
    }

    /** What is answered if no more can be asked for now; null if it can. */
    HttpProblem full() {
        return service.full() == null ? null : full;
    }

    /**
     * The article, or what is held of it while the service is away.
     *
     * @param known what is held when the service is asked; null for nothing
     * @param held what is held when it has not answered
     */
    Uni<Got> byId(String id, RoutingContext reader, Part known, Supplier<Part> held) {
        return service.get("/v1/articles/" + id, reader, known == null ? null : known.tag())
                .map(answer -> Got.fresh(Part.of(answer, known, clock.instant(), Answer::granted)))
                .onFailure(UpstreamFailure.class)
                .recoverWithUni(failure -> standIn(held.get(), (UpstreamFailure) failure));
    }

    private Uni<Got> standIn(Part held, UpstreamFailure failure) {
        return held != null && held.mayStandIn(clock.instant())
                ? Uni.createFrom().item(Got.stale(held))
                : Uni.createFrom().failure(failure.problem(service.retryAfter()));
    }

    /** The article with its id, or a redirection to the slug that it has now. */
    Uni<Answer> bySlug(String slug, RoutingContext reader) {
        return required(
                "/v1/articles/by-slug/" + slug, reader, answer -> answer.status() == 308 ? answer : answer.granted());
    }

    /** @param query as the reader sent it; null for none */
    Uni<Answer> page(String query, RoutingContext reader) {
        return required("/v1/articles" + (query == null ? "" : "?" + query), reader, Answer::granted);
    }

    /** The first of the articles that one is related to. A story is told without them too. */
    Uni<Got> related(String id, RoutingContext reader) {
        return service.get("/v1/articles/" + id + "/related", reader)
                .map(answer -> Got.fresh(new Part(answer.success(), clock.instant())))
                .onFailure(UpstreamFailure.class)
                .recoverWithItem(failure -> missing("related", (UpstreamFailure) failure));
    }

    private Got missing(String part, UpstreamFailure failure) {
        return Got.nothing(new Missing(part, failure.reason(), service.retryAfter()));
    }

    /** The article as a NewsArticle of schema.org. */
    Uni<Answer> linked(String id, RoutingContext reader) {
        return required(service.getAs(StoryForms.JSON_LD, "/v1/articles/" + id, reader), Answer::granted);
    }

    /** The last of its revisions, as the reader may see them. */
    Uni<Answer> revisions(String id, RoutingContext reader) {
        return required("/v1/articles/" + id + "/revisions?limit=200", reader, Answer::granted);
    }

    /** The number of the revision that it had at a moment, in a body that has nothing else. */
    Uni<Answer> asOf(String id, Instant moment, RoutingContext reader) {
        return required("/v1/articles/" + id + "?fields=revision&asOf=" + moment, reader, ArticleSource::read);
    }

    /** What its words and members have become since a revision. */
    Uni<Answer> changes(String id, int revision, RoutingContext reader) {
        return required("/v1/articles/" + id + "/diff?from=" + revision, reader, ArticleSource::read);
    }

    /** Of an article that the reader sees, what is not found is what he cannot have read. */
    private static Answer read(Answer answer) {
        if (answer.status() == 404) {
            throw QueryParameters.invalid(ReadSince.PARAMETER, "The story had nothing then that could be read.");
        }
        return answer.granted();
    }

    /** What a search finds. It finds less without this service. */
    Uni<Got> found(String part, String target, RoutingContext reader) {
        return service.get(target, reader)
                .map(answer -> Got.fresh(new Part(answer.granted(), clock.instant())))
                .onFailure(UpstreamFailure.class)
                .recoverWithItem(failure -> missing(part, (UpstreamFailure) failure));
    }

    /** What is answered if the service's success is not what its contract says. */
    HttpProblem invalid() {
        return UpstreamFailure.problem(UpstreamFailure.Reason.INVALID, service.retryAfter());
    }

    private Uni<Answer> required(String target, RoutingContext reader, UnaryOperator<Answer> check) {
        return required(service.get(target, reader), check);
    }

    private Uni<Answer> required(Uni<Answer> answer, UnaryOperator<Answer> check) {
        return answer.map(check)
                .onFailure(UpstreamFailure.class)
                .transform(failure -> ((UpstreamFailure) failure).problem(service.retryAfter()));
    }
}

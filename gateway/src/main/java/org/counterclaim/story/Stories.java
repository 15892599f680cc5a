package org.counterclaim.story;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.counterclaim.story.HeldStories.Reading;
import org.counterclaim.upstream.Answer;
import org.counterclaim.upstream.OnBehalf;

/**
 * Stories, each of two parts that are asked for at the same time. What everybody may see is held ready until a service says that
 * it has changed; who comes with credentials is shown what the services show him.
 */
@Singleton
class Stories {

    private final ArticleSource articles;
    private final ClaimSource claims;
    private final HeldStories held;
    private final FollowServices services;

    Stories(ArticleSource articles, ClaimSource claims, HeldStories held, FollowServices services) {
        this.articles = articles;
        this.claims = claims;
        this.held = held;
        this.services = services;
    }

    /**
     * What can be answered at once to anybody; null if something has to be asked for.
     *
     * @param name id or slug
     */
    Ready ready(String name) {
        if (!services.areHeard()) {
            return null;
        }
        Ready byId = held.of(name).ready();
        return byId == null ? readyBySlug(name) : byId;
    }

    private Ready readyBySlug(String slug) {
        String id = held.idOf(slug);
        Ready ready = id == null ? null : held.of(id).ready();
        return ready != null && slug.equals(ready.story().slug()) ? ready : null;
    }

    /** Why no story can be read now that is not ready; null if it can. */
    HttpProblem full() {
        return articles.full();
    }

    Uni<Composed> byId(String id, RoutingContext reader) {
        if (OnBehalf.authorization(reader) != null) {
            return forHimself(id, reader);
        }
        if (!services.areHeard()) {
            return read(held.begin(id), reader);
        }
        Ready ready = held.of(id).ready();
        return ready == null
                ? held.join(id, reading -> read(reading, reader))
                : Uni.createFrom().item(ready.story());
    }

    private Uni<Composed> forHimself(String id, RoutingContext reader) {
        return Uni.combine()
                .all()
                .unis(articles.byId(id, reader, null, () -> null), claims.byArticle(id, reader, null, () -> null))
                .with((article, part) -> Composition.of(id, article, part));
    }

    private Uni<Composed> read(Reading reading, RoutingContext reader) {
        String id = reading.id();
        Held known = held.of(id);
        return Uni.combine()
                .all()
                .unis(
                        articles.byId(
                                id, reader, known.article(), () -> held.of(id).article()),
                        claims.byArticle(
                                id, reader, known.claims(), () -> held.of(id).claims()))
                .with((article, part) -> keep(reading, article, part))
                .onFailure(HttpProblem.class)
                .invoke(problem -> forget(id, ((HttpProblem) problem).getStatusCode()));
    }

    private Composed keep(Reading reading, Got article, Got part) {
        Composed story = Composition.of(reading.id(), article, part);
        if (story.completeness().isWhole() && services.haveBegun()) {
            held.keep(reading, new Held(article.part(), part.part(), story.tag() == null ? null : new Ready(story)));
        }
        return story;
    }

    /** What the service shows nobody is not shown from here either, if the service is away later. */
    private void forget(String id, int status) {
        if (status < 500) {
            held.gone(id);
        }
    }

    /** The story of a slug that was read before, if the slug is still its own; else nothing. */
    Uni<Composed> byKnownSlug(String slug, RoutingContext reader) {
        String id = held.idOf(slug);
        return id == null || OnBehalf.authorization(reader) != null
                ? Uni.createFrom().nullItem()
                : byId(id, reader)
                        .map(story -> slug.equals(story.slug()) ? story : null)
                        .onFailure(HttpProblem.class)
                        .recoverWithNull();
    }

    /** The article of a slug, or a redirection to the slug that it has now. */
    Uni<Answer> bySlug(String slug, RoutingContext reader) {
        return articles.bySlug(slug, reader);
    }

    /** The story of an article that was read already. */
    Uni<Composed> of(Answer article, RoutingContext reader) {
        String id = article.itself().id();
        if (id == null) {
            throw articles.invalid();
        }
        held.name(article.itself().slug(), id);
        return claims.byArticle(id, reader, null, () -> null)
                .map(part -> Composition.of(id, Got.fresh(new Part(article, null)), part));
    }
}

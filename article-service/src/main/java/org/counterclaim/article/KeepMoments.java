package org.counterclaim.article;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.store.ServiceStore;
import org.counterclaim.kit.time.BackgroundWork;

/**
 * Writes the revision of an article whose moment has come, so that whoever follows the feed hears of it. Every replica tries;
 * one is first.
 */
@ApplicationScoped
class KeepMoments {

    private static final Duration OFTEN = Duration.ofMillis(100);

    private final Articles articles;
    private final ServiceStore store;
    private final Clock clock;
    private volatile ComingMoments coming = ComingMoments.UNKNOWN;

    KeepMoments(Articles articles, ServiceStore store, Clock clock) {
        this.articles = articles;
        this.store = store;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start, BackgroundWork background) {
        background.every(OFTEN, "keeping embargoes and expiries", this::keep);
    }

    Uni<Void> keep() {
        return coming().chain(known -> Multi.createFrom()
                .iterable(known.due(clock.instant()))
                .onItem()
                .transformToUniAndConcatenate(this::keep)
                .collect()
                .last());
    }

    private Uni<ComingMoments> coming() {
        Instant now = clock.instant();
        long head = store.head();
        return coming.isOutdated(head, now)
                ? articles.due(now.plus(ComingMoments.AHEAD)).map(due -> coming = ComingMoments.of(due, head, now))
                : Uni.createFrom().item(coming);
    }

    private Uni<Void> keep(String id) {
        Change change = Change.ofMoment("Its embargo ended or it expired.");
        return articles.getForWrite(id)
                .chain(article -> article.isDue(clock.instant())
                        ? articles.replace(article.atItsMoment(clock.instant()), change)
                        : Uni.createFrom().item(article))
                .onFailure(io.quarkiverse.resteasy.problem.HttpProblem.class)
                .recoverWithNull()
                .replaceWithVoid();
    }
}

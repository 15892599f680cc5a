package org.counterclaim.article;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.time.BackgroundWork;

/**
 * Writes the revision of an article whose moment has come, so that whoever follows the feed hears of it. Every replica tries;
 * one is first.
 */
@ApplicationScoped
class KeepMoments {

    private static final Duration OFTEN = Duration.ofMillis(100);

    private final Articles articles;
    private final Clock clock;

    KeepMoments(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start, BackgroundWork background) {
        background.every(OFTEN, "keeping embargoes and expiries", this::keep);
    }

    Uni<Void> keep() {
        return articles.due(clock.instant())
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(due -> keep(due.id()))
                .collect()
                .last();
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

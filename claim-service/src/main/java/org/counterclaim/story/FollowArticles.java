package org.counterclaim.story;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.time.BackgroundWork;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** Listens to article-service's feed, from where it left off, and keeps what it hears. */
@ApplicationScoped
class FollowArticles {

    private static final Duration OFTEN = Duration.ofMillis(100);

    /** After a failure: neither article-service nor the issuer of the token is helped by being asked at once. */
    private static final Duration BREATH = Duration.ofMillis(500);

    private static final int AT_ONCE = 100;

    /** Short enough that a quiet feed is not a silent one. */
    private static final int WAIT_MS = 500;

    private final ArticleFeedApi articles;
    private final KnownStories stories;
    private final NoteStory note;

    FollowArticles(@RestClient ArticleFeedApi articles, KnownStories stories, NoteStory note) {
        this.articles = articles;
        this.stories = stories;
        this.note = note;
    }

    void start(@Observes StartupEvent start, BackgroundWork background) {
        background.every(OFTEN, "following article-service", this::listen);
    }

    Uni<Void> listen() {
        return stories.cursor()
                .chain(cursor -> articles.changes(cursor, AT_ONCE, WAIT_MS))
                .chain(this::take)
                .onFailure(FollowArticles::isForgotten)
                .recoverWithUni(() -> stories.forgetCursor())
                .onFailure()
                .call(() -> Uni.createFrom().voidItem().onItem().delayIt().by(BREATH));
    }

    private Uni<Void> take(ArticleFeedApi.Changes changes) {
        List<ArticleFeedApi.Item> items = changes.items();
        return Multi.createFrom()
                .iterable(items.stream().map(ArticleFeedApi.Item::id).distinct().toList())
                .onItem()
                .transformToUniAndConcatenate(id -> current(id, items).chain(note::of))
                .collect()
                .last()
                .chain(() -> stories.listenedTo(changes.page().nextCursor()))
                .invoke(() -> {
                    items.forEach(item -> stories.taken(item.seq()));
                    stories.heard(Boolean.TRUE.equals(changes.behind()));
                });
    }

    /** The article as it stands; of one that is deleted or removed nothing but that it is. */
    private Uni<ArticleText> current(String id, List<ArticleFeedApi.Item> items) {
        int last = items.stream()
                .filter(item -> item.id().equals(id))
                .mapToInt(ArticleFeedApi.Item::revision)
                .max()
                .orElseThrow();
        return articles.get(id)
                .onFailure(FollowArticles::isGone)
                .recoverWithItem(
                        new ArticleText(id, last, EditorialStatus.REMOVED, null, null, Instant.EPOCH, List.of()));
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof ClientWebApplicationException answer
                && List.of(404, 451).contains(answer.getResponse().getStatus());
    }

    /** The other side does not know its cursor any more. */
    private static boolean isForgotten(Throwable failure) {
        return failure instanceof ClientWebApplicationException answer
                && answer.getResponse().getStatus() == 400;
    }
}

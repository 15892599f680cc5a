package org.counterclaim.story;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.counterclaim.kit.store.Reach;
import org.counterclaim.kit.store.Revisions;
import org.counterclaim.kit.store.ServiceStore;

/**
 * Keeps what was heard of a story, and says in the own feed that its claims are seen by others now, or stand in another text.
 * What a crash leaves unsaid is said when the story is heard of again, which is at once: the listener had not gone on.
 */
@ApplicationScoped
class NoteStory {

    private static final String TYPE = "story";

    private final KnownStories stories;
    private final TextListener listener;
    private final Revisions feed;
    private final Clock clock;

    NoteStory(KnownStories stories, TextListener listener, ServiceStore store, Clock clock) {
        this.stories = stories;
        this.listener = listener;
        this.feed = store.revisions();
        this.clock = clock;
    }

    Uni<Void> of(ArticleText article) {
        return stories.find(article.id())
                .chain(known -> known == null || known.noted()
                        ? Uni.createFrom().item(known)
                        : say(known).replaceWith(known))
                .chain(known -> known != null && known.article().equals(article)
                        ? Uni.createFrom().voidItem()
                        : keep(article, known != null && known.isPublic()));
    }

    private Uni<Void> keep(ArticleText article, boolean wasPublic) {
        Story story = new Story(article.id(), article, article.isPublic(clock.instant()), wasPublic, false);
        return stories.save(story).chain(() -> say(story));
    }

    private Uni<Void> say(Story story) {
        return listener.heard(story.article()).chain(() -> feed(story)).chain(() -> stories.save(story.withNoted()));
    }

    private Uni<Void> feed(Story story) {
        return story.isPublic() || story.wasPublic()
                ? feed.note(
                        TYPE,
                        story.id(),
                        story.article().revision(),
                        clock.instant(),
                        new Reach(story.wasPublic(), Set.of(story.id())),
                        new Reach(story.isPublic(), Set.of(story.id())))
                : Uni.createFrom().voidItem();
    }
}

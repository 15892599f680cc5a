package org.counterclaim.story;

import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.counterclaim.kit.store.Documents;
import org.counterclaim.kit.store.RecordForm;
import org.counterclaim.kit.store.ServiceStore;

/** What this service has heard of articles, and how far it has listened. */
@ApplicationScoped
public class KnownStories {

    /** Who has heard nothing for longer does not know who may see what. */
    private static final Duration CURRENT = Duration.ofSeconds(2);

    private static final String LISTENER = "articles";

    private final Documents stories;
    private final Documents followers;
    private final RecordForm<Story> form = new RecordForm<>(Story.class);
    private final Clock clock;
    private volatile double position = Double.NaN;
    private volatile boolean behind;
    private volatile long heardAt = System.nanoTime() - CURRENT.toNanos();

    KnownStories(ServiceStore store, Clock clock, MeterRegistry meters) {
        this.stories = store.documents("stories");
        this.followers = store.documents("followers");
        this.clock = clock;
        Gauge.builder("counterclaim.follower.silence", this, KnownStories::silence)
                .description("Time since another service's feed was last heard to its end")
                .baseUnit("seconds")
                .tag("feed", LISTENER)
                .register(meters);
        Gauge.builder("counterclaim.follower.position", this, known -> known.position)
                .description("Number of the last record of another service's feed that was taken, since the start")
                .tag("feed", LISTENER)
                .register(meters);
    }

    /** Whether what is known here is what article-service says, but for a moment. */
    boolean isCurrent() {
        return !behind && System.nanoTime() - heardAt < CURRENT.toNanos();
    }

    private double silence() {
        return (System.nanoTime() - heardAt) / (double) Duration.ofSeconds(1).toNanos();
    }

    /** Everything up to that number is known here. */
    void taken(long seq) {
        position = seq;
    }

    /** @param more whether there is, or may be, something that was not told yet */
    void heard(boolean more) {
        behind = more;
        if (!more) {
            heardAt = System.nanoTime();
        }
    }

    /** Null if nothing was ever heard of it. */
    Uni<Story> find(String articleId) {
        return stories.first(Filters.eq("_id", articleId)).map(found -> found == null ? null : form.read(found));
    }

    /** Those of these articles that readers see, as far as it is known here. */
    public Uni<Set<String>> publicAmong(Collection<String> articleIds) {
        Instant now = clock.instant();
        return stories.all(Filters.in("_id", articleIds), new FindOptions())
                .map(form::read)
                .filter(story -> story.article().isPublic(now))
                .map(Story::id)
                .collect()
                .with(Collectors.toSet());
    }

    /** The last that was heard of each of these articles. */
    public Uni<List<ArticleText>> texts(Collection<String> articleIds) {
        return stories.all(Filters.in("_id", articleIds), new FindOptions())
                .map(found -> form.read(found).article())
                .collect()
                .asList();
    }

    Uni<Void> save(Story story) {
        return stories.put(form.write(story));
    }

    /** Where to go on listening, null at the beginning. */
    Uni<String> cursor() {
        return followers
                .first(Filters.eq("_id", LISTENER))
                .map(found -> found == null ? null : found.getString("cursor").getValue());
    }

    Uni<Void> listenedTo(String cursor) {
        return followers.put(
                new BsonDocument("_id", new BsonString(LISTENER)).append("cursor", new BsonString(cursor)));
    }

    /** From the beginning again. */
    Uni<Void> forgetCursor() {
        return followers.delete(Filters.eq("_id", LISTENER)).replaceWithVoid();
    }
}

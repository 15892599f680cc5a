package org.counterclaim.story;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.counterclaim.upstream.Answer;
import org.counterclaim.upstream.Upstream;

/** A service's feed of what enters, changes in or leaves the public view, listened to from the moment at which this began. */
final class Feed {

    /** A feed that was not heard to its end for so long is silent. */
    private static final Duration SILENT = Duration.ofSeconds(1);

    /** After a failure: a service that has trouble is not helped by being asked at once. */
    private static final Duration BREATH = Duration.ofMillis(500);

    private static final int AT_ONCE = 200;

    /** Short enough that a quiet feed is not a silent one. */
    private static final int WAIT_MS = 500;

    private final String path;
    private final Upstream service;
    private final ObjectMapper json;
    private final Runnable startAfresh;
    private final Consumer<Item> take;
    private volatile String cursor;
    private volatile boolean behind;
    private volatile long heardAt = System.nanoTime() - SILENT.toNanos();

    /** @param startAfresh called when it is not known what was missed */
    Feed(String path, Upstream service, ObjectMapper json, Runnable startAfresh, Consumer<Item> take) {
        this.path = path;
        this.service = service;
        this.json = json;
        this.startAfresh = startAfresh;
        this.take = take;
    }

    /**
     * One page of it.
     *
     * @param behind whether the service knows, or fears, that there is more; null if it is too old to say
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<Item> items, Position page, Boolean behind) {}

    /** That something changed, in these stories. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(String type, Move change, String id, List<String> articleIds) {}

    /** What it did to the public view. */
    enum Move {
        entered,
        changed,
        left
    }

    /** Where to go on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Position(String nextCursor) {}

    /** Whether there is a place from which it is listened to. */
    boolean hasBegun() {
        return cursor != null;
    }

    /** Whether everything is known but what happened a moment ago. */
    boolean isHeard() {
        return hasBegun() && !behind && System.nanoTime() - heardAt < SILENT.toNanos();
    }

    /** In seconds. */
    double silence() {
        return (System.nanoTime() - heardAt) / (double) Duration.ofSeconds(1).toNanos();
    }

    /** Waits for the next page, or takes the place from which to listen. */
    Uni<Void> listen() {
        return (cursor == null ? begin() : next())
                .replaceWithVoid()
                .onFailure()
                .call(() -> Uni.createFrom().voidItem().onItem().delayIt().by(BREATH));
    }

    private Uni<Page> begin() {
        return service.get(path + "?cursor=head")
                .map(Answer::success)
                .map(this::read)
                .invoke(page -> {
                    startAfresh.run();
                    take(page);
                });
    }

    private Uni<Page> next() {
        String from = URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        return service.get(path + "?limit=" + AT_ONCE + "&waitMs=" + WAIT_MS + "&cursor=" + from)
                .invoke(this::forgetIfUnknown)
                .map(Answer::success)
                .map(this::read)
                .invoke(this::take);
    }

    private void forgetIfUnknown(Answer answer) {
        if (answer.status() == 400) {
            cursor = null;
            startAfresh.run();
        }
    }

    private void take(Page page) {
        page.items().forEach(take);
        cursor = page.page().nextCursor();
        behind = Boolean.TRUE.equals(page.behind());
        if (!behind) {
            heardAt = System.nanoTime();
        }
    }

    private Page read(Answer answer) {
        try {
            return json.readValue(answer.body(), Page.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

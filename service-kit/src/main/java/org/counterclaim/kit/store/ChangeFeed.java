package org.counterclaim.kit.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page.Position;
import org.counterclaim.kit.page.Paging;

/** A service's change feed as its readers get it, page by page, each under a cursor that they come back with. */
@Singleton
public class ChangeFeed {

    /** Where a reader begins who wants to hear of what is yet to come. */
    private static final String HEAD = "head";

    private static final String QUERY = "changes";

    /** Below the time after which an idle connection is closed. */
    private static final int MAX_WAIT = 8_000;

    private static final int PAGES_LOOKED_THROUGH = 20;

    private final Feed feed;
    private final Cursors cursors;

    ChangeFeed(ServiceStore store, Cursors cursors) {
        this.feed = store.feed();
        this.cursors = cursors;
    }

    /**
     * What a reader has not seen yet; there is always a cursor to go on with.
     *
     * @param paging where to go on; {@code head} as the cursor means from now on
     * @param waitMs how long to wait for news, in milliseconds
     * @param everything whether the reader sees more than the public view
     */
    public Uni<ChangePage> page(Paging paging, String waitMs, boolean everything) {
        int limit = paging.limit();
        int wait = QueryParameters.number("waitMs", waitMs, 0, MAX_WAIT, 0);
        long end = System.nanoTime() + Duration.ofMillis(wait).toNanos();
        Function<BsonDocument, Optional<ChangeItem>> seen = everything ? ChangeItem::ofAll : ChangeItem::ofPublic;
        return HEAD.equals(paging.cursor())
                ? Uni.createFrom().item(() -> page(List.of(), feed.head(), limit, false))
                : read(begin(paging.cursor()), limit, end, seen, PAGES_LOOKED_THROUGH);
    }

    private long begin(String cursor) {
        return cursor == null ? 0 : Long.parseLong(cursors.read(cursor, QUERY));
    }

    /** Goes on as long as there is nothing in it for this reader. */
    private Uni<ChangePage> read(
            long from, int limit, long end, Function<BsonDocument, Optional<ChangeItem>> seen, int pages) {
        Duration wait = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return feed.after(from, limit, wait).chain(records -> {
            List<ChangeItem> items = records.stream()
                    .flatMap(record -> seen.apply(record).stream())
                    .toList();
            long last = records.isEmpty() ? from : Feed.seqOf(records.get(records.size() - 1));
            boolean more = records.size() == limit;
            boolean late = feed.isEnding() || feed.isBehind() || System.nanoTime() >= end;
            boolean over = records.isEmpty() && late || pages == 1;
            return items.isEmpty() && !over
                    ? read(last, limit, end, seen, pages - 1)
                    : Uni.createFrom().item(page(items, last, limit, more));
        });
    }

    private ChangePage page(List<ChangeItem> items, long last, int limit, boolean more) {
        return new ChangePage(
                items, new Position(limit, cursors.write(String.valueOf(last), QUERY)), more || feed.isBehind());
    }
}

package org.counterclaim.partner;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.counterclaim.database.Database;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;

/** Pages of things with ids that grow, the latest first, by keyset. */
@ApplicationScoped
class Listings {

    private final Database database;
    private final Cursors cursors;

    Listings(Database database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /**
     * A page.
     *
     * @param query what is listed, filters included
     * @param after those after an id (from the first on if it is null), so many at most
     */
    <T> Uni<Page<T>> page(
            Paging paging, String query, BiFunction<String, Integer, Uni<List<T>>> after, Function<T, String> id) {
        int limit = paging.limit();
        String start = paging.cursor() == null ? null : cursors.read(paging.cursor(), query);
        return database.read(() -> after.apply(start, limit + 1)).map(found -> {
            List<T> items = found.subList(0, Math.min(limit, found.size()));
            String next = found.size() > limit ? cursors.write(id.apply(items.get(limit - 1)), query) : null;
            return Page.of(items, limit, next);
        });
    }
}

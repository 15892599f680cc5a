package org.counterclaim.review;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.store.Duplicate;
import org.counterclaim.kit.store.Keeper;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.kit.store.Reach;
import org.counterclaim.kit.store.RevisionStore;
import org.counterclaim.kit.store.ServiceStore;
import org.counterclaim.kit.store.StoredForm;
import org.counterclaim.kit.store.Upkeep;

/** The rating scales in the store. Those that are built in are put there when scales are first asked for, if they never were. */
@ApplicationScoped
public class RatingScales implements Keeper {

    private static final Listing ALL = new Listing(new Document(), "", "updatedAt", true);

    private final RevisionStore<RatingScale> store;
    private final Cursors cursors;
    private final BuiltInScales builtIn;
    private final Clock clock;
    private volatile boolean complete;

    RatingScales(ServiceStore store, Cursors cursors, BuiltInScales builtIn, Clock clock) {
        StoredForm<RatingScale> form = new StoredForm<>("rating_scale", "ratingScales", RatingScale.class, List.of());
        this.store = store.keep(form, scale -> Uni.createFrom().item(new Reach(true, Set.of())));
        this.cursors = cursors;
        this.builtIn = builtIn;
        this.clock = clock;
    }

    @Override
    public Upkeep<?> upkeep() {
        return store.upkeep();
    }

    /** How ratings are read by all the scales that are known now. */
    public Uni<RatingRules> rules() {
        return complete()
                .chain(() -> store.all(new Document()))
                .map(scales -> new RatingRules(
                        scales.stream().map(RatingScale::content).toList()));
    }

    Uni<RatingScale> get(String id) {
        return complete().chain(() -> store.find(id)).onItem().ifNull().failWith(Editorial::hidden);
    }

    /** The one that somebody is going to replace, null if there is none. */
    Uni<RatingScale> findForWrite(String id) {
        return complete().chain(() -> store.findForWrite(id));
    }

    Uni<Page<RatingScale>> page(Paging paging) {
        return complete().chain(() -> store.page(ALL, paging, cursors));
    }

    Uni<RatingScale> insert(RatingScale first, Change change) {
        return store.insert(first, change);
    }

    Uni<RatingScale> replace(RatingScale next, Change change) {
        return store.replace(next, change);
    }

    private Uni<Void> complete() {
        return complete
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(builtIn.all().entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(
                                scale -> add(RatingScale.first(scale.getKey(), scale.getValue(), clock.instant())))
                        .collect()
                        .last()
                        .invoke(() -> complete = true)
                        .replaceWithVoid();
    }

    /** Another replica may be doing the same. */
    private Uni<RatingScale> add(RatingScale scale) {
        return store.find(scale.id())
                .onItem()
                .ifNull()
                .switchTo(() -> store.insert(scale, Change.ofMoment("It is built in."))
                        .onFailure(Duplicate::is)
                        .recoverWithItem(scale));
    }
}

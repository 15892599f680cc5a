package org.counterclaim.evidence;

import com.mongodb.client.model.Filters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.store.Consequences;
import org.counterclaim.kit.store.Keeper;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.kit.store.ReachOf;
import org.counterclaim.kit.store.RevisionStore;
import org.counterclaim.kit.store.ServiceStore;
import org.counterclaim.kit.store.StoredForm;
import org.counterclaim.kit.store.Upkeep;

/** The items of evidence in the store. */
@ApplicationScoped
public class EvidenceItems implements Keeper {

    private static final String COLLECTION = "evidence";

    private final RevisionStore<Evidence> store;
    private final Cursors cursors;

    EvidenceItems(ServiceStore store, Cursors cursors, ReachOf<Evidence> reach, Consequences<Evidence> consequences) {
        StoredForm<Evidence> form = new StoredForm<>("evidence", COLLECTION, Evidence.class, List.of());
        this.store = store.keep(form, reach, consequences);
        this.cursors = cursors;
    }

    @Override
    public Upkeep<?> upkeep() {
        return store.upkeep();
    }

    Uni<Evidence> get(String id) {
        return store.find(id).onItem().ifNull().failWith(EvidenceItems::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.NOT_FOUND.because("There is no evidence of this id.");
    }

    /** Those of these ids that there are, in the order of the ids. */
    public Uni<List<Evidence>> all(Collection<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : store.all(Filters.in("_id", ids));
    }

    /** The first revision of this id, null if there is none. */
    Uni<Evidence> created(String id) {
        return store.findRevision(id, 1);
    }

    Uni<Page<Evidence>> page(Listing list, Paging paging) {
        return store.page(list, paging, cursors);
    }

    Uni<Evidence> getForWrite(String id) {
        return store.findForWrite(id).onItem().ifNull().failWith(EvidenceItems::unknown);
    }

    Uni<Evidence> replace(Evidence next, Change change) {
        return store.replace(next, change);
    }

    Uni<Evidence> insert(Evidence first, Change change) {
        return store.insert(first, change);
    }
}

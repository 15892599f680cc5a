package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.counterclaim.kit.store.StoreCalls;

/** Lets something else happen before one of the calls. */
final class InBetween implements StoreCalls {
    private final int before;
    private final Supplier<Uni<?>> what;
    private int calls;

    InBetween(int before, Supplier<Uni<?>> what) {
        this.before = before;
        this.what = what;
    }

    /** Whether there was such a call. */
    boolean hasHappened() {
        return calls > before;
    }

    @Override
    public <T> Uni<T> make(String name, Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> calls++ == before ? what.get().chain(done -> call.get()) : call.get());
    }
}

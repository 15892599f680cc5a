package org.counterclaim.kit.store;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Dies at one of its calls, before or after it has reached the store; a dead one makes no further call. */
public final class Mortal implements StoreCalls {

    private final int last;
    private final boolean after;
    private int calls;

    public Mortal(int last, boolean after) {
        this.last = last;
        this.after = after;
    }

    /** How many calls it has made or tried to. */
    public int calls() {
        return calls;
    }

    @Override
    public <T> Uni<T> make(String name, Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            int now = calls++;
            if (now < last) {
                return call.get();
            }
            return now == last && after
                    ? call.get()
                            .onItem()
                            .transformToUni(done -> Uni.createFrom().failure(new Death()))
                    : Uni.createFrom().failure(new Death());
        });
    }

    /** What its caller hears. */
    public static final class Death extends RuntimeException {}
}

package org.counterclaim.article;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which pieces of a new text are which of the old one. An id that was sent stands. Of the rest, what is unchanged keeps its id:
 * first what stands in the same order, then what was moved. What is left is matched by likeness, the best pair first and of equals
 * the nearest, so that of a piece that was split the largest share keeps the id, and of pieces that were merged the one with the
 * largest share in the whole gives it. What remains is new.
 */
final class Identity<T extends Part<T>> {

    /** A changed piece is looked for near its old place; this bounds the work on a long text. */
    private static final int NEIGHBOURHOOD = 20;

    private final List<T> sent;

    /** Places of old pieces that are free yet, and of new ones without an id, each in order. */
    private final Map<Integer, T> free = new TreeMap<>();

    private final Map<Integer, T> open = new TreeMap<>();
    private final Map<Integer, T> identified = new TreeMap<>();

    private Identity(List<T> old, List<T> sent) {
        this.sent = sent;
        Set<String> taken = sent.stream().map(Part::id).filter(Objects::nonNull).collect(Collectors.toSet());
        IntStream.range(0, old.size())
                .filter(i -> !taken.contains(old.get(i).id()))
                .forEach(i -> free.put(i, old.get(i)));
        IntStream.range(0, sent.size())
                .forEach(j -> (sent.get(j).id() == null ? open : identified).put(j, sent.get(j)));
    }

    /** The new pieces in their order, with the ids of the old ones that they are; those that are new have none. */
    static <T extends Part<T>> List<T> of(List<T> old, List<T> sent) {
        Identity<T> identity = new Identity<>(old, sent);
        identity.keepInOrder();
        identity.keepMoved();
        identity.keepAlike();
        identity.identified.putAll(identity.open);
        return List.copyOf(identity.identified.values());
    }

    private void keepInOrder() {
        List<Integer> from = List.copyOf(free.keySet());
        List<Integer> to = List.copyOf(open.keySet());
        DiffUtils.diff(essences(free), essences(open), true).getDeltas().stream()
                .filter(delta -> delta.getType() == DeltaType.EQUAL)
                .forEach(delta -> keep(delta, from, to));
    }

    private void keep(AbstractDelta<Object> equal, List<Integer> from, List<Integer> to) {
        int source = equal.getSource().getPosition();
        int target = equal.getTarget().getPosition();
        for (int k = 0; k < equal.getSource().size(); k++) {
            keep(from.get(source + k), to.get(target + k));
        }
    }

    private void keepMoved() {
        Map<Object, Deque<Integer>> places = new HashMap<>();
        free.forEach((i, part) -> places.computeIfAbsent(part.essence(), essence -> new ArrayDeque<>())
                .add(i));
        List.copyOf(open.keySet()).forEach(j -> {
            Deque<Integer> same = places.get(sent.get(j).essence());
            if (same != null && !same.isEmpty()) {
                keep(same.poll(), j);
            }
        });
    }

    private void keepAlike() {
        Map<Integer, Likeness> gone = new TreeMap<>();
        free.forEach((i, part) -> gone.put(i, part.likeness()));
        List<Pair> pairs = new ArrayList<>();
        open.forEach((j, part) -> {
            Likeness likeness = part.likeness();
            near(j).forEach(i -> pairs.add(new Pair(i, j, gone.get(i).to(likeness))));
        });
        pairs.stream().filter(pair -> pair.likeness > 0).sorted(Pair.BEST_FIRST).forEach(pair -> {
            if (free.containsKey(pair.from) && open.containsKey(pair.to)) {
                keep(pair.from, pair.to);
            }
        });
    }

    private Stream<Integer> near(int place) {
        return free.keySet().stream().filter(i -> Math.abs(i - place) <= NEIGHBOURHOOD);
    }

    private void keep(int from, int to) {
        T part = open.remove(to);
        identified.put(to, part.withNumber(Part.numberOf(free.remove(from).id())));
    }

    private static <T extends Part<T>> List<Object> essences(Map<Integer, T> parts) {
        return parts.values().stream().map(part -> part.essence()).toList();
    }

    /** An old piece and a new one, by their places. */
    private record Pair(int from, int to, double likeness) {

        private static final Comparator<Pair> BEST_FIRST = Comparator.comparingDouble(Pair::likeness)
                .reversed()
                .thenComparing(pair -> Math.abs(pair.from - pair.to))
                .thenComparing(Pair::from)
                .thenComparing(Pair::to);
    }
}

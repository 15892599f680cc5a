package org.counterclaim.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.relation.ClaimGraph;

/** A graph of claims that grows from one claim outwards, over claims that its reader sees and no others. */
final class GrowingGraph {

    /** More than that nobody looks at in one picture. */
    static final int MOST = 200;

    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, Integer> distances = new HashMap<>();

    /** Those that were merged, each with the claim that stands for it. */
    private final Map<String, String> standIns = new HashMap<>();

    private List<Claim> outermost = List.of();
    private boolean truncated;

    GrowingGraph(Claim centre) {
        take(List.of(centre), false);
    }

    boolean isComplete() {
        return outermost.isEmpty() || claims.size() >= MOST;
    }

    /** Ids that relations of the outermost claims name, but for what is there already. */
    Set<String> namedByOutermost() {
        return outermost.stream()
                .flatMap(claim -> claim.relations().stream())
                .map(relation -> relation.target())
                .filter(id -> standIn(id).isEmpty())
                .collect(Collectors.toSet());
    }

    /** Ids under which others name the outermost claims: their own, and those of the claims that were merged into them. */
    Set<String> namesOfOutermost() {
        return outermost.stream()
                .flatMap(claim -> Stream.concat(Stream.of(claim.id()), claim.mergedFrom().stream()))
                .collect(Collectors.toSet());
    }

    /**
     * Grows by what stands next to the outermost claims.
     *
     * @param next as much of it as the reader sees
     * @param more whether there is more than that
     */
    void take(List<Claim> next, boolean more) {
        List<Claim> fresh =
                next.stream().filter(claim -> !claims.containsKey(claim.id())).toList();
        List<Claim> taken = fresh.subList(0, Math.min(fresh.size(), MOST - claims.size()));
        int distance = outermost.isEmpty() ? 0 : distances.get(outermost.get(0).id()) + 1;
        taken.forEach(claim -> {
            claims.put(claim.id(), claim);
            distances.put(claim.id(), distance);
            claim.mergedFrom().forEach(merged -> standIns.put(merged, claim.id()));
        });
        truncated |= more || taken.size() < fresh.size();
        outermost = taken;
    }

    /** What the caller sees of it, with a tag of its own: more than one claim has a say in it. */
    Representation<ClaimGraph> representation() {
        ClaimGraph view = view();
        Claim centre = claims.values().iterator().next();
        return Representation.of(
                view,
                centre.revision(),
                List.of(view.toString()),
                claims.values().stream()
                        .map(Claim::updatedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    ClaimGraph view() {
        List<ClaimGraph.Edge> edges = new ArrayList<>();
        claims.values().stream()
                .flatMap(this::edges)
                .filter(edge -> !edge.source().equals(edge.target()))
                .filter(edge -> edges.stream().noneMatch(edge::isSame))
                .forEach(edges::add);
        return new ClaimGraph(claims.values().stream().map(this::node).toList(), edges, truncated);
    }

    private Stream<ClaimGraph.Edge> edges(Claim claim) {
        return claim.relations().stream()
                .flatMap(relation -> standIn(relation.target()).stream()
                        .map(target -> new ClaimGraph.Edge(claim.id(), relation.type(), target)));
    }

    private ClaimGraph.Node node(Claim claim) {
        return new ClaimGraph.Node(
                claim.id(),
                claim.revision(),
                claim.content().shortText(),
                claim.editorial().status(),
                claim.disputeStatus().value(),
                distances.get(claim.id()));
    }

    private Optional<String> standIn(String id) {
        return claims.containsKey(id) ? Optional.of(id) : Optional.ofNullable(standIns.get(id));
    }
}

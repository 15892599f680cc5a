package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.relation.ClaimGraph;

/** Reads what stands around a claim. What the caller may not see is not gone through either: it would show by what lies behind it. */
@ApplicationScoped
class ReadGraph {

    private final ClaimsForReaders readers;
    private final Claims claims;
    private final ShownClaims shown;

    ReadGraph(ClaimsForReaders readers, Claims claims, ShownClaims shown) {
        this.readers = readers;
        this.claims = claims;
        this.shown = shown;
    }

    Uni<Representation<ClaimGraph>> around(String id, int depth) {
        return readers.get(id)
                .map(centre -> new GrowingGraph(centre.visible()))
                .chain(graph -> grow(graph, depth))
                .map(GrowingGraph::representation);
    }

    private Uni<GrowingGraph> grow(GrowingGraph graph, int depth) {
        return depth == 0 || graph.isComplete()
                ? Uni.createFrom().item(graph)
                : next(graph).chain(grown -> grow(grown, depth - 1));
    }

    private Uni<GrowingGraph> next(GrowingGraph graph) {
        return claims.standingFor(graph.namedByOutermost(), GrowingGraph.MOST)
                .chain(ahead -> claims.namedBy(graph.namesOfOutermost(), GrowingGraph.MOST)
                        .chain(behind -> take(graph, ahead, behind)));
    }

    private Uni<GrowingGraph> take(GrowingGraph graph, List<Claim> ahead, List<Claim> behind) {
        boolean more = ahead.size() == GrowingGraph.MOST || behind.size() == GrowingGraph.MOST;
        List<Claim> next =
                Stream.concat(ahead.stream(), behind.stream()).distinct().toList();
        return shown.to(readers.caller(), next)
                .invoke(seen -> graph.take(seen, more))
                .replaceWith(graph);
    }
}

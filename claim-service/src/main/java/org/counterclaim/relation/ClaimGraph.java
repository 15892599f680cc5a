package org.counterclaim.relation;

import java.util.List;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.position.DisputeStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Claims and how they stand to each other, as far as the caller sees them.
 *
 * @param nodes the claim that was asked for first, then the nearest
 * @param edges each once; what is the same from both ends may have been written from either
 * @param truncated whether there is more within that distance
 */
@Schema(name = "ClaimGraph")
public record ClaimGraph(
        @Schema(required = true) List<Node> nodes,
        @Schema(required = true) List<Edge> edges,
        @Schema(required = true) boolean truncated) {

    /**
     * One claim.
     *
     * @param distance relations between it and the claim that was asked for, at the least
     */
    @Schema(name = "ClaimGraphNode")
    public record Node(
            @Schema(required = true) String id,
            @Schema(required = true) int revision,
            @Schema(required = true) String shortText,
            @Schema(required = true) EditorialStatus editorialStatus,
            @Schema(required = true) DisputeStatus.Value disputeStatus,
            @Schema(required = true) int distance) {}

    /** One relation: what the source does to the target. */
    @Schema(name = "ClaimGraphEdge")
    public record Edge(
            @Schema(required = true) String source,
            @Schema(required = true) Relation.Type type,
            @Schema(required = true) String target) {

        /** Whether it is that one, if need be seen from the other end. */
        public boolean isSame(Edge other) {
            return type == other.type
                    && (source.equals(other.source) && target.equals(other.target)
                            || type.isSymmetric() && source.equals(other.target) && target.equals(other.source));
        }
    }
}

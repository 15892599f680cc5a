package org.counterclaim.position;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the positions on a claim come to. It follows from them and is never set by hand.
 *
 * @param ruleset name and version of the rules
 * @param becauseOf ids of the positions it rests on, sorted
 */
public record DisputeStatus(
        @Schema(required = true) Value value,

        @Schema(required = true, example = "dispute-rules/2")
        String ruleset,

        @Schema(required = true) List<String> becauseOf) {

    /** Each belongs to one bucket of a digest. */
    @Schema(name = "DisputeStatusValue")
    public enum Value {
        AGREED(Bucket.AGREED),
        TENTATIVELY_AGREED(Bucket.AGREED),
        PARTIALLY_DISPUTED(Bucket.DISPUTED),
        DISPUTED(Bucket.DISPUTED),
        UNCONTESTED(Bucket.ONE_SIDED),
        ONE_SIDED(Bucket.ONE_SIDED),
        DENIED(Bucket.ONE_SIDED),
        UNATTRIBUTED(Bucket.UNATTRIBUTED),
        NOT_ALLEGED(Bucket.NOT_ALLEGED),
        UNKNOWN(Bucket.UNKNOWN),
        NO_POSITION(Bucket.UNKNOWN),
        WITHDRAWN(Bucket.WITHDRAWN);

        private final Bucket bucket;

        Value(Bucket bucket) {
            this.bucket = bucket;
        }

        /** Where a digest shows it. */
        public Bucket bucket() {
            return bucket;
        }
    }

    /** The parts of a digest. */
    @Schema(name = "DigestBucket")
    public enum Bucket {
        AGREED,
        DISPUTED,
        ONE_SIDED,
        UNATTRIBUTED,
        NOT_ALLEGED,
        UNKNOWN,
        WITHDRAWN
    }

    static DisputeStatus of(Value value, Stream<Position> because) {
        return new DisputeStatus(
                value,
                DisputeRules.RULESET,
                because.map(Position::id).distinct().sorted().toList());
    }
}

package org.counterclaim.digest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import org.counterclaim.claim.Claim;
import org.counterclaim.position.DisputeStatus.Bucket;
import org.counterclaim.position.DisputeStatus.Value;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A story's claims by what their positions come to. Every claim is in exactly one list. */
@Schema(name = "Digest")
record Digest(
        @Schema(required = true) List<Entry> agreed,
        @Schema(required = true) List<Entry> disputed,
        @Schema(required = true) @JsonProperty("one_sided") List<Entry> oneSided,
        @Schema(required = true) List<Entry> unattributed,

        @Schema(required = true) @JsonProperty("not_alleged")
        List<Entry> notAlleged,

        @Schema(required = true) List<Entry> unknown,
        @Schema(required = true) List<Entry> withdrawn) {

    /** One claim on a card. */
    @Schema(name = "DigestEntry")
    record Entry(
            @Schema(required = true) String claimId,
            @Schema(required = true) String shortText,
            @Schema(required = true) Value disputeStatus) {

        static Entry of(Claim claim) {
            return new Entry(
                    claim.id(),
                    claim.content().shortText(),
                    claim.disputeStatus().value());
        }
    }

    /** How many claims each list has. */
    @Schema(name = "DigestCounts")
    record Counts(
            @Schema(required = true) int agreed,
            @Schema(required = true) int disputed,

            @Schema(required = true) @JsonProperty("one_sided")
            int oneSided,

            @Schema(required = true) int unattributed,

            @Schema(required = true) @JsonProperty("not_alleged")
            int notAlleged,

            @Schema(required = true) int unknown,
            @Schema(required = true) int withdrawn) {}

    static Digest of(Collection<Claim> claims) {
        return new Digest(
                entries(claims, Bucket.AGREED),
                entries(claims, Bucket.DISPUTED),
                entries(claims, Bucket.ONE_SIDED),
                entries(claims, Bucket.UNATTRIBUTED),
                entries(claims, Bucket.NOT_ALLEGED),
                entries(claims, Bucket.UNKNOWN),
                entries(claims, Bucket.WITHDRAWN));
    }

    Counts counts() {
        return new Counts(
                agreed.size(),
                disputed.size(),
                oneSided.size(),
                unattributed.size(),
                notAlleged.size(),
                unknown.size(),
                withdrawn.size());
    }

    private static List<Entry> entries(Collection<Claim> claims, Bucket bucket) {
        return claims.stream()
                .filter(claim -> claim.disputeStatus().value().bucket() == bucket)
                .map(Entry::of)
                .toList();
    }
}

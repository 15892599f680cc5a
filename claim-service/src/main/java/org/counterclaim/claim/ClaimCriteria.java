package org.counterclaim.claim;

import org.counterclaim.appearance.Hedge;
import org.counterclaim.evidence.EvidenceContent;
import org.counterclaim.kit.search.ListQuery;
import org.counterclaim.position.Aspect;
import org.counterclaim.position.DisputeStatus;
import org.counterclaim.position.Stance;
import org.counterclaim.review.Verdict;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What a list of claims can be narrowed to, beside what every list can. */
abstract class ClaimCriteria extends ListQuery {

    @RestQuery
    @Parameter(description = "Only those that appear in this article.")
    String articleId;

    @RestQuery
    @Parameter(description = "Only those that this party asserts: its id, its name or another name of it.")
    String author;

    @RestQuery
    @Parameter(description = "Only those on which this party takes a position: its id, its name or another name of it.")
    String party;

    @RestQuery
    @Parameter(description = "Only those with a position of this side; of the party, if one is named.")
    String side;

    @RestQuery
    @Parameter(
            description = "Only those with a position of this stance; of the party and the side, if they are named.",
            schema = @Schema(implementation = Stance.class))
    String stance;

    @RestQuery
    @Parameter(
            description =
                    "Only those with a position on this aspect; of the party, the side and the stance, if they are named.",
            schema = @Schema(implementation = Aspect.class))
    String aspect;

    @RestQuery
    @Parameter(description = "Only those of this status.", schema = @Schema(implementation = DisputeStatus.Value.class))
    String disputeStatus;

    @RestQuery
    @Parameter(
            description = "Only those of this part of a digest.",
            schema = @Schema(implementation = DisputeStatus.Bucket.class))
    String bucket;

    @RestQuery
    @Parameter(description = "Only those of this type.", schema = @Schema(implementation = ClaimContent.Type.class))
    String claimType;

    @RestQuery
    @Parameter(
            description = "Only those that are asserted with this hedge.",
            schema = @Schema(implementation = Hedge.Level.class))
    String hedge;

    @RestQuery
    @Parameter(
            description = "Only those that rest on evidence of this access, or with a position that does.",
            schema = @Schema(implementation = EvidenceContent.Access.class))
    String evidenceAccess;

    @RestQuery
    @Parameter(
            description =
                    "Only those with a flag of this kind; those on single places are found by the newsroom alone.",
            schema = @Schema(implementation = FlagCode.class))
    String flag;

    @RestQuery
    @Parameter(
            description = "Only those with a review, or only those without.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    String hasReview;

    @RestQuery
    @Parameter(
            description = "Only those with a review that comes to this verdict.",
            schema = @Schema(implementation = Verdict.class))
    String rating;

    @RestQuery
    @Parameter(
            description =
                    "Only those with a number that may be this or more: \"at least 155\" may be 200, \"fewer than 100\" may not.",
            schema = @Schema(type = SchemaType.NUMBER))
    String quantityMin;

    @RestQuery
    @Parameter(
            description =
                    "Only those with a number that may be this or less. With both, one and the same number may be between them.",
            schema = @Schema(type = SchemaType.NUMBER))
    String quantityMax;

    @RestQuery
    @Parameter(description = "Only those that were not made before: a time, or the beginning of a day, month or year.")
    String claimDateFrom;

    @RestQuery
    @Parameter(description = "Only those that were made by then: a time, or the end of a day, month or year (UTC).")
    String claimDateTo;

    @RestQuery
    @Parameter(
            description =
                    "What to count in all that is found, with commas between: `claimType`, `disputeStatus`, `editorialStatus`, `evidenceAccess`, `hedge`, `language`, `party`, `rating`, `side`. The first 10,000 are counted, the 50 most frequent values of each named.")
    String facets;
}

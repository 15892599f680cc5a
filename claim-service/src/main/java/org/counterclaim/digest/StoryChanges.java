package org.counterclaim.digest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.counterclaim.claim.Claim;
import org.counterclaim.claim.ClaimDiff;
import org.counterclaim.claim.StatusMove;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.store.Recorded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What changed in a story's claims since a reader read them.
 *
 * @param articleRevision revision of the article that the claims are shown in now
 * @param added claims that he did not see there, in the order of the ids
 * @param withdrawn ids of claims that he saw there and that are not there for him any more
 * @param changed claims that he saw otherwise, in the order of the ids
 */
@Schema(name = "StoryChanges")
record StoryChanges(
        @Schema(required = true) String articleId,
        @Schema(required = true) int articleRevision,
        @Schema(required = true) List<Digest.Entry> added,
        @Schema(required = true) List<String> withdrawn,
        @Schema(required = true) List<Changed> changed) {

    /**
     * What changed in one claim.
     *
     * @param moves of its dispute status, the latest first, each with what caused it
     */
    @Schema(name = "ChangedClaim")
    record Changed(
            @Schema(required = true) String claimId,
            @Schema(required = true) String shortText,
            @Schema(required = true) EditorialStatus editorialStatus,
            @Schema(required = true) ClaimDiff diff,
            @Schema(required = true) List<StatusMove> moves) {}

    /**
     * What changed.
     *
     * @param past revisions of the story's claims by their ids, from the first on
     * @param diff compares two of them
     */
    static StoryChanges of(
            ClaimsOfStories.OfStory story,
            Map<String, List<Recorded<Claim>>> past,
            List<String> withdrawn,
            ReadBefore read,
            BiFunction<Claim, Claim, ClaimDiff> diff) {
        Past revisions = new Past(story.text().id(), past, read);
        return new StoryChanges(
                story.text().id(),
                story.text().revision(),
                story.claims().stream()
                        .filter(claim -> revisions.read(claim).isEmpty())
                        .map(Digest.Entry::of)
                        .toList(),
                withdrawn,
                story.claims().stream()
                        .flatMap(claim -> revisions.change(claim, diff))
                        .toList());
    }

    /** The revisions of a story's claims, and which of them the reader has read. */
    private record Past(String articleId, Map<String, List<Recorded<Claim>>> all, ReadBefore read) {

        /** The last one that he has read, if it stood in the article then. */
        private Optional<Claim> read(Claim claim) {
            return of(claim).stream()
                    .map(Recorded::thing)
                    .filter(read::covers)
                    .reduce((earlier, later) -> later)
                    .filter(last -> last.appearances().stream().anyMatch(place -> place.isIn(articleId)));
        }

        private Stream<Changed> change(Claim now, BiFunction<Claim, Claim, ClaimDiff> diff) {
            return read(now).stream()
                    .filter(before -> before.revision() < now.revision())
                    .map(before -> new Changed(
                            now.id(),
                            now.content().shortText(),
                            now.editorial().status(),
                            diff.apply(before, now),
                            moves(before)))
                    .filter(change ->
                            !change.diff().isEmpty() || !change.moves().isEmpty());
        }

        private List<StatusMove> moves(Claim before) {
            List<Recorded<Claim>> since = of(before).stream()
                    .filter(revision -> revision.thing().revision() > before.revision())
                    .toList();
            return StatusMove.in(StoryTimeline.latestFirst(since), Optional.of(before), false);
        }

        private List<Recorded<Claim>> of(Claim claim) {
            return all.getOrDefault(claim.id(), List.of());
        }
    }
}

package org.counterclaim.proposal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.counterclaim.attribution.Attribution;
import org.counterclaim.attribution.Speaker;
import org.counterclaim.attribution.Told;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a text seems to hold. Nothing of it is kept.
 *
 * @param articleId id of the article whose text it is; its sections are joined by blank lines
 * @param articleRevision revision of that article
 * @param offsetUnit what offsets count
 * @param complete whether the whole text was read
 * @param readTo how many code points were read, from the beginning
 */
@Schema(name = "Proposals")
public record Proposals(
        String articleId,
        Integer articleRevision,
        @Schema(required = true) String textSha256,

        @Schema(required = true, example = "code_point") String offsetUnit,

        @Schema(required = true) boolean complete,
        @Schema(required = true) int readTo,
        @Schema(required = true) List<Attribution> attributions,
        @Schema(required = true) List<Speaker> speakers,
        @Schema(required = true) List<ProposedClaim> claims) {

    static Proposals of(ReadText source, Told told) {
        return new Proposals(
                source.articleId(),
                source.articleRevision(),
                sha256(source.text()),
                "code_point",
                told.readTo() == source.text().codePointCount(0, source.text().length()),
                told.readTo(),
                told.attributions(),
                told.speakers(),
                ClaimsOfText.of(told, source.text()));
    }

    /** The same with what is known of its speakers. */
    Proposals with(List<Speaker> told) {
        return new Proposals(
                articleId, articleRevision, textSha256, offsetUnit, complete, readTo, attributions, told, claims);
    }

    /** Those that are at least so sure, the surest first; in the order of the text if nobody asks. */
    Proposals from(Double least) {
        if (least == null) {
            return this;
        }
        List<Attribution> sure = surest(attributions, Attribution::confidence, least);
        List<ProposedClaim> claimed = surest(claims, ProposedClaim::confidence, least);
        return new Proposals(
                articleId, articleRevision, textSha256, offsetUnit, complete, readTo, sure, speakers, claimed);
    }

    private static <T> List<T> surest(List<T> all, ToDoubleFunction<T> confidence, double least) {
        return all.stream()
                .filter(one -> confidence.applyAsDouble(one) >= least)
                .sorted(Comparator.comparingDouble(confidence).reversed())
                .toList();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

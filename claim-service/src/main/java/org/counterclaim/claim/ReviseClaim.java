package org.counterclaim.claim;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.json.ContentPatch;
import org.counterclaim.position.Position;
import org.counterclaim.position.PositionContent;

/** Writes the next revision of a claim: its wording, its places or its positions. */
@ApplicationScoped
class ReviseClaim {

    private final Claims claims;
    private final ClaimParts parts;
    private final ContentPatch patches;
    private final Clock clock;

    ReviseClaim(Claims claims, ClaimParts parts, ContentPatch patches, Clock clock) {
        this.claims = claims;
        this.parts = parts;
        this.patches = patches;
        this.clock = clock;
    }

    Uni<Claim> word(ClaimWrite write, ClaimContent content) {
        return parts.wording(content).chain(wording -> edit(write, claim -> claim.withContent(wording)));
    }

    /** With some members of its wording changed. */
    Uni<Claim> patch(ClaimWrite write, JsonNode patch) {
        return claims.getForWrite(write.id()).chain(claim -> {
            Preconditions.requireMatch(write.ifMatch(), claim.revision());
            Editorial written = claim.editorial().written(write.writer(), write.change());
            ClaimContent patched = patches.apply(claim.content(), ClaimContent.class, patch);
            return parts.wording(patched)
                    .chain(wording ->
                            claims.replace(claim.withContent(wording).next(written, clock.instant()), write.change()));
        });
    }

    /** With another item of evidence that bears on it; one that is there stays. */
    Uni<Claim> addEvidence(ClaimWrite write, String evidenceId) {
        return claims.getForWrite(write.id()).chain(claim -> {
            Preconditions.requireMatch(write.ifMatch(), claim.revision());
            return claim.evidence().contains(evidenceId)
                    ? Uni.createFrom().item(claim)
                    : parts.evidence(evidenceId).chain(() -> edit(write, now -> Bearing.add(now, evidenceId)));
        });
    }

    Uni<Claim> removeEvidence(ClaimWrite write, String evidenceId) {
        return edit(write, claim -> Bearing.remove(claim, evidenceId));
    }

    Uni<Claim> addPosition(ClaimWrite write, PositionContent content, Once once) {
        return once.make(
                Position.PREFIX,
                id -> parts.position(id, content)
                        .chain(position -> edit(write, claim -> Succession.add(claim, position))),
                id -> claims.withNew("positions", write.id(), id));
    }

    Uni<Claim> addAppearance(ClaimWrite write, AppearanceContent content, Once once) {
        return once.make(
                Appearance.PREFIX,
                id -> parts.appearance(id, content)
                        .chain(appearance -> edit(write, claim -> Places.add(claim, appearance))),
                id -> claims.withNew("appearances", write.id(), id));
    }

    Uni<Claim> removeAppearance(ClaimWrite write, String appearanceId) {
        return edit(write, claim -> Places.remove(claim, appearanceId));
    }

    /** Writes the next revision, as it comes out of an edit of the current one. */
    Uni<Claim> edit(ClaimWrite write, UnaryOperator<Claim> edit) {
        return claims.getForWrite(write.id()).chain(claim -> {
            Preconditions.requireMatch(write.ifMatch(), claim.revision());
            Editorial written = claim.editorial().written(write.writer(), write.change());
            return claims.replace(edit.apply(claim).next(written, clock.instant()), write.change());
        });
    }
}

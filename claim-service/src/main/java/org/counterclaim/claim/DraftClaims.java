package org.counterclaim.claim;

import com.github.f4b6a3.ulid.UlidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.position.PositionContent;

/** Keeps drafts of what a story holds; a claim that stands in it in the same words already is not written again. */
@ApplicationScoped
public class DraftClaims {

    private final Claims claims;
    private final ClaimParts parts;
    private final Clock clock;

    DraftClaims(Claims claims, ClaimParts parts, Clock clock) {
        this.claims = claims;
        this.parts = parts;
        this.clock = clock;
    }

    /** The claim of these words in the article, as it stands or as a new draft. */
    public Uni<ClaimView> in(
            String articleId,
            ClaimContent content,
            List<AppearanceContent> appearances,
            List<PositionContent> positions,
            Caller writer) {
        return claims.appearingIn(List.of(articleId))
                .chain(known -> known.stream()
                        .filter(claim -> claim.content().text().equals(content.text()))
                        .findFirst()
                        .map(Uni.createFrom()::item)
                        .orElseGet(() -> create(content, appearances, positions, writer)))
                .map(ClaimView::of);
    }

    private Uni<Claim> create(
            ClaimContent content, List<AppearanceContent> appearances, List<PositionContent> positions, Caller writer) {
        String id = "clm_" + UlidCreator.getMonotonicUlid();
        Editorial editorial = Editorial.draftBy(writer);
        return parts.wording(content)
                .chain(wording -> parts.appearances(appearances)
                        .chain(places -> parts.positions(positions)
                                .map(made -> Claim.drafted(id, wording, places, made, editorial, clock.instant()))))
                .chain(first -> claims.insert(first, Change.ofContent(writer, null, null)));
    }
}

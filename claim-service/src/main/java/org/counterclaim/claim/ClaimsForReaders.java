package org.counterclaim.claim;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/** Single claims and their parts, as the caller may read them. What is hidden now is hidden with its whole past. */
@ApplicationScoped
public class ClaimsForReaders {

    private final Claims claims;
    private final ShownClaims shown;
    private final SecurityIdentity identity;

    ClaimsForReaders(Claims claims, ShownClaims shown, SecurityIdentity identity) {
        this.claims = claims;
        this.shown = shown;
        this.identity = identity;
    }

    /**
     * A claim, and what of it the caller sees.
     *
     * @param whole as it is stored
     * @param visible the same with those places only that are in stories which the caller may see
     */
    public record Seen(Claim whole, Claim visible) {}

    /** The claim as it stands; a failure with 404, 410 or 451 if the caller may not see it. */
    public Uni<Seen> get(String id) {
        return claims.get(id)
                .invoke(ClaimsForReaders::requireInItsPlace)
                .invoke(this::requireReadable)
                .chain(this::seen);
    }

    /** As it stood at a revision; readers get those that were published, also of a claim that was merged since. */
    Uni<Seen> getRevision(String id, int revision) {
        return claims.get(id)
                .invoke(this::requirePastReadable)
                .chain(() -> claims.getRevision(id, revision))
                .invoke(this::requireReadable)
                .chain(this::seen);
    }

    /** A part of a claim has the claim's tag: that is what a write to the part is checked against. */
    <T> Uni<RestResponse<T>> part(String id, String ifNoneMatch, Function<Claim, T> part) {
        return get(id).map(claim -> representation(claim).with(part.apply(claim.visible)))
                .map(representation -> representation.unless(ifNoneMatch));
    }

    static Representation<ClaimView> representation(Seen claim) {
        return ClaimView.representation(claim.whole, claim.visible);
    }

    /** Who asks. */
    Caller caller() {
        return Caller.of(identity);
    }

    private Uni<Seen> seen(Claim claim) {
        return shown.to(caller(), List.of(claim))
                .map(visible -> visible.stream().findFirst().orElseThrow(Editorial::hidden))
                .map(visible -> new Seen(claim, visible));
    }

    private static void requireInItsPlace(Claim claim) {
        if (claim.isSuperseded()) {
            throw new Superseded(claim);
        }
    }

    private void requirePastReadable(Claim claim) {
        if (!claim.isSuperseded()) {
            requireReadable(claim);
        }
    }

    private void requireReadable(Claim claim) {
        claim.editorial().requireReadable(null, null, caller(), null);
    }
}

package org.counterclaim.claim;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/** Single claims and their parts, as the caller may read them. What is hidden now is hidden with its whole past. */
@ApplicationScoped
public class ClaimsForReaders {

    private final Claims claims;
    private final ShownClaims shown;
    private final SecurityIdentity identity;
    private final Clock clock;

    ClaimsForReaders(Claims claims, ShownClaims shown, SecurityIdentity identity, Clock clock) {
        this.claims = claims;
        this.shown = shown;
        this.identity = identity;
        this.clock = clock;
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
        return requirePast(id)
                .chain(() -> claims.getRevision(id, revision))
                .invoke(this::requireReadable)
                .chain(this::seen);
    }

    /**
     * As it stood at a moment: the answer that the caller would have got then.
     *
     * @return the revision; a failure with 400 for a moment that is yet to come
     */
    Uni<Seen> getAsOf(String id, Instant moment) {
        if (moment.isAfter(clock.instant())) {
            throw QueryParameters.invalid("asOf", "Nobody knows how it will stand then.");
        }
        return requirePast(id)
                .chain(() -> claims.getAsOf(id, moment))
                .invoke(this::requireReadable)
                .chain(this::seen);
    }

    /** Lets only those look into the past of a claim who see it now; one that was merged has a past that stays. */
    Uni<Void> requirePast(String id) {
        return claims.get(id)
                .chain(claim -> claim.isSuperseded()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .item(claim)
                                .invoke(this::requireReadable)
                                .chain(this::seen)
                                .replaceWithVoid());
    }

    /** Another form of a claim, or of a part of it. */
    <T> Uni<RestResponse<T>> form(String id, String ifNoneMatch, Function<Seen, Uni<Representation<T>>> form) {
        return get(id).chain(form::apply).map(representation -> representation.unless(ifNoneMatch));
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

    private void requireReadable(Claim claim) {
        claim.editorial().requireReadable(null, null, caller(), null);
    }
}

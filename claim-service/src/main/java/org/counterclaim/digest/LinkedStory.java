package org.counterclaim.digest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.claim.Claim;
import org.counterclaim.claim.ClaimJsonLd;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.linked.SchemaClaims;
import org.counterclaim.party.Parties;
import org.counterclaim.party.Party;

/** The claims of a story in the words of schema.org. */
@ApplicationScoped
class LinkedStory {

    /** Part of the tag: a reader must not keep what an earlier version of the form looked like. */
    private static final String VERSION = "1";

    private final ClaimsOfStories claims;
    private final Parties parties;

    LinkedStory(ClaimsOfStories claims, Parties parties) {
        this.claims = claims;
        this.parties = parties;
    }

    Uni<Representation<SchemaClaims>> of(String articleId, Caller caller) {
        return claims.of(articleId, caller)
                .chain(story -> parties.all(partyIds(story.claims())).map(named -> representation(story, named)));
    }

    private static List<String> partyIds(List<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> ClaimJsonLd.partyIds(claim).stream())
                .distinct()
                .toList();
    }

    private static Representation<SchemaClaims> representation(ClaimsOfStories.OfStory story, List<Party> named) {
        Map<String, Party> known = named.stream().collect(Collectors.toMap(Party::id, Function.identity()));
        List<String> made = Stream.of(
                        Stream.of(ClaimJsonLd.TYPE, VERSION, story.text().id()),
                        story.claims().stream().map(claim -> claim.id() + ":" + claim.revision() + claim.places()),
                        named.stream().map(party -> party.id() + ":" + party.revision()))
                .flatMap(part -> part)
                .toList();
        return new Representation<>(
                SchemaClaims.of(story.claims().stream()
                        .map(claim -> ClaimJsonLd.reviewed(claim, known))
                        .toList()),
                Preconditions.tag(made),
                lastModified(story, named));
    }

    private static Instant lastModified(ClaimsOfStories.OfStory story, List<Party> named) {
        return Stream.of(
                        Stream.of(story.text().updatedAt()),
                        story.claims().stream().map(Claim::updatedAt),
                        named.stream().map(Party::updatedAt))
                .flatMap(times -> times)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}

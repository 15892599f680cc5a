package org.counterclaim.digest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.claim.Claim;
import org.counterclaim.claim.ClaimView;
import org.counterclaim.claim.Findings;
import org.counterclaim.evidence.Evidence;
import org.counterclaim.evidence.EvidenceItems;
import org.counterclaim.evidence.EvidenceView;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.party.Parties;
import org.counterclaim.party.Party;
import org.counterclaim.party.PartyView;
import org.counterclaim.position.Position;

/** Puts a story's part together: its claims, who speaks in them, on what evidence, and where to highlight them. */
@ApplicationScoped
class ComposeStory {

    /** Part of the tag: a reader must not keep what an earlier version of the view looked like. */
    private static final String VIEW_VERSION = "3";

    private final ClaimsOfStories claims;
    private final Parties parties;
    private final EvidenceItems evidence;

    ComposeStory(ClaimsOfStories claims, Parties parties, EvidenceItems evidence) {
        this.claims = claims;
        this.parties = parties;
        this.evidence = evidence;
    }

    Uni<Representation<StoryClaims>> of(String articleId, Caller caller) {
        return claims.of(articleId, caller)
                .chain(story -> evidence.all(evidenceIds(story.claims()))
                        .chain(items -> parties.all(partyIds(story.claims(), items))
                                .chain(people -> placed(story).map(placed -> compose(story, placed, items, people)))));
    }

    /** A search through a long text is not for an event loop. */
    private static Uni<List<Anchors.Placed>> placed(ClaimsOfStories.OfStory story) {
        Anchors anchors = new Anchors(story.text());
        Uni<List<Anchors.Placed>> placed = Uni.createFrom().item(() -> anchors.place(story.claims()));
        return anchors.needSearch(story.claims())
                ? placed.runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                : placed;
    }

    private static Representation<StoryClaims> compose(
            ClaimsOfStories.OfStory story, List<Anchors.Placed> placed, List<Evidence> evidence, List<Party> parties) {
        String article = story.text().id();
        List<Claim> claims = placed.stream()
                .map(found -> withFindings(found, evidence, parties))
                .toList();
        Map<String, EvidenceView> items = evidence.stream()
                .map(item -> EvidenceView.of(item.shownIn(article::equals)))
                .collect(Collectors.toMap(EvidenceView::id, Function.identity()));
        StoryClaims view = new StoryClaims(
                article,
                story.text().revision(),
                Digest.of(claims),
                parties.stream().map(PartyView::of).toList(),
                claims.stream()
                        .map(claim -> ClaimView.of(claim, select(items, claim.evidenceIds())))
                        .toList(),
                placed.stream().flatMap(claim -> claim.spans().stream()).toList());
        return new Representation<>(view, tag(story, evidence, parties), lastModified(story, evidence, parties));
    }

    /** What follows for the claim from what is shown with it. */
    private static Claim withFindings(Anchors.Placed placed, List<Evidence> evidence, List<Party> parties) {
        Claim claim = placed.claim();
        Set<String> own = claim.evidenceIds();
        List<Evidence> items =
                evidence.stream().filter(item -> own.contains(item.id())).toList();
        return claim.withFindings(Findings.inStory(claim, placed.anchors(), items, parties));
    }

    private static List<EvidenceView> select(Map<String, EvidenceView> items, Set<String> ids) {
        return ids.stream().map(items::get).filter(Objects::nonNull).toList();
    }

    private static String tag(ClaimsOfStories.OfStory story, List<Evidence> evidence, List<Party> parties) {
        Stream<String> claims = story.claims().stream()
                .map(claim -> claim.id() + ":" + claim.revision() + claim.places())
                .sorted();
        return Preconditions.tag(Stream.of(
                        Stream.of(
                                VIEW_VERSION,
                                story.text().id() + ":" + story.text().revision()),
                        claims,
                        evidence.stream().map(item -> item.id() + ":" + item.revision()),
                        parties.stream().map(party -> party.id() + ":" + party.revision()))
                .flatMap(part -> part)
                .toList());
    }

    private static Instant lastModified(ClaimsOfStories.OfStory story, List<Evidence> evidence, List<Party> parties) {
        return Stream.of(
                        Stream.of(story.text().updatedAt()),
                        story.claims().stream().map(Claim::updatedAt),
                        evidence.stream().map(Evidence::updatedAt),
                        parties.stream().map(Party::updatedAt))
                .flatMap(part -> part)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Set<String> evidenceIds(List<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> claim.evidenceIds().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> partyIds(List<Claim> claims, List<Evidence> evidence) {
        return Stream.of(
                        positions(claims).map(Position::party),
                        claims.stream().map(claim -> claim.content().author()),
                        claims.stream().map(claim -> claim.content().claimInterpreter()),
                        claims.stream().flatMap(claim -> claim.content().about().stream()),
                        evidence.stream().map(item -> item.content().heldBy()),
                        evidence.stream().map(item -> item.content().presentedBy()))
                .flatMap(ids -> ids)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Stream<Position> positions(List<Claim> claims) {
        return claims.stream().flatMap(claim -> claim.positions().stream());
    }
}

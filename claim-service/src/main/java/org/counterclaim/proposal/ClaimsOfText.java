package org.counterclaim.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.counterclaim.attribution.Attitude;
import org.counterclaim.attribution.Attribution;
import org.counterclaim.attribution.Speaker;
import org.counterclaim.attribution.Told;

/** Makes claims of who says what: what says the same becomes one claim, and denials go to what they deny. */
final class ClaimsOfText {

    private static final int FEWEST_TERMS = 2;

    private final List<Attribution> all;
    private final Statements statements;
    private final Denials denials;
    private final Statuses statuses;
    private final Map<String, String> names;
    private final List<Gathering> claims = new ArrayList<>();

    private ClaimsOfText(Told told, String text) {
        this.all = told.attributions();
        this.statements = new Statements(all, text);
        Map<String, Speaker> speakers =
                told.speakers().stream().collect(Collectors.toMap(Speaker::key, speaker -> speaker));
        this.denials = new Denials(statements, new Sides(told.speakers(), all));
        this.statuses = new Statuses(speakers);
        this.names = told.speakers().stream().collect(Collectors.toMap(Speaker::key, Speaker::name));
    }

    /** The claims of a text, in its order. */
    static List<ProposedClaim> of(Told told, String text) {
        ClaimsOfText claims = new ClaimsOfText(told, text);
        claims.all.forEach(claims::gather);
        claims.all.forEach(claims::deny);
        return claims.claims.stream().map(claims::proposed).toList();
    }

    private void gather(Attribution attribution) {
        boolean states = !Statements.denies(attribution);
        if (states && attribution.speaker() != null && isClaim(attribution)) {
            Gathering claim = alike(attribution);
            if (Statements.asserts(attribution)) {
                claim.asserted.add(attribution);
            } else {
                claim.other.add(attribution);
            }
        }
    }

    private boolean isClaim(Attribution attribution) {
        return statements.size(attribution) >= FEWEST_TERMS;
    }

    private Gathering alike(Attribution attribution) {
        for (Gathering claim : claims) {
            if (claim.all().anyMatch(other -> statements.same(attribution, other))) {
                return claim;
            }
        }
        Gathering claim = new Gathering(attribution);
        claims.add(claim);
        return claim;
    }

    private void deny(Attribution attribution) {
        List<Denials.Found> found = denials.of(attribution);
        for (Denials.Found one : found) {
            asserting(one.denied()).forEach(claim -> claim.deny(attribution, one));
        }
        if (found.isEmpty()
                && attribution.stance() == Attitude.DENIES
                && attribution.speaker() != null
                && isClaim(attribution)) {
            denyOnItsOwn(attribution);
        }
    }

    /** The claims that it asserts; what would be none, a denial or a few words, becomes one when somebody denies it. */
    private List<Gathering> asserting(Attribution denied) {
        if (claims.stream().noneMatch(claim -> claim.asserted.contains(denied))) {
            Gathering claim = new Gathering(denied);
            claim.asserted.add(denied);
            claims.add(claim);
        }
        return claims.stream().filter(claim -> claim.asserted.contains(denied)).toList();
    }

    /** Nobody in the text has asserted what is denied, so the denial words it: "denied that …", "the idea that … is false". */
    private void denyOnItsOwn(Attribution denial) {
        Attribution idea = statements.idea(denial);
        boolean worded = idea != denial || Statements.isWorded(denial);
        Gathering claim = alike(idea);
        if (worded) {
            claim.deny(denial, null);
        } else {
            claim.asserted.add(denial);
        }
    }

    private ProposedClaim proposed(Gathering claim) {
        return new ProposedClaim(
                Propositions.of(claim.first, names.get(String.valueOf(claim.first.speaker()))),
                ids(claim.asserted),
                ids(claim.denied),
                ids(claim.other),
                claim.link(),
                claim.reason(),
                claim.confidence(),
                statuses.of(claim));
    }

    private static List<String> ids(List<Attribution> attributions) {
        return attributions.stream().map(Attribution::id).toList();
    }
}

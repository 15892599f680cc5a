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

    /** More alike than this, two statements are one claim. */
    private static final double SAME = 0.8;

    private static final int FEWEST_TERMS = 2;

    private final List<Attribution> all;
    private final Terms terms;
    private final Denials denials;
    private final Statuses statuses;
    private final Map<String, String> names;
    private final List<Gathering> claims = new ArrayList<>();

    private ClaimsOfText(Told told, String text) {
        this.all = told.attributions();
        this.terms = new Terms(all.stream().map(Propositions::content).toList());
        Map<String, Speaker> speakers =
                told.speakers().stream().collect(Collectors.toMap(Speaker::key, speaker -> speaker));
        this.denials = new Denials(all, terms, speakers, text);
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
        boolean states = attribution.stance() != Attitude.DENIES && attribution.stance() != Attitude.QUESTIONS;
        if (states && attribution.speaker() != null && isClaim(attribution)) {
            Gathering claim = alike(attribution);
            if (attribution.stance() == Attitude.ASSERTS || attribution.stance() == Attitude.HEDGES) {
                claim.asserted.add(attribution);
            } else {
                claim.other.add(attribution);
            }
        }
    }

    private boolean isClaim(Attribution attribution) {
        return terms.count(all.indexOf(attribution)) >= FEWEST_TERMS;
    }

    private Gathering alike(Attribution attribution) {
        int one = all.indexOf(attribution);
        for (Gathering claim : claims) {
            if (claim.all().anyMatch(other -> terms.likeness(one, all.indexOf(other)) >= SAME)) {
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
            claims.stream()
                    .filter(claim -> claim.asserted.contains(one.denied()))
                    .forEach(claim -> claim.deny(attribution, one));
        }
        if (found.isEmpty()
                && attribution.stance() == Attitude.DENIES
                && attribution.speaker() != null
                && isClaim(attribution)) {
            denyOnItsOwn(attribution);
        }
    }

    /** Nobody in the text has asserted what is denied, so the denial words it: "denied that …", "the idea that … is false". */
    private void denyOnItsOwn(Attribution denial) {
        Attribution idea = denials.idea(denial);
        boolean worded =
                idea != denial || denial.cue().exact().matches("(?i).*\\b(?:den|reject|dismiss|disput|refut|rebut).*");
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

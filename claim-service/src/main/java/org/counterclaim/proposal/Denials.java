package org.counterclaim.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.counterclaim.attribution.Attitude;
import org.counterclaim.attribution.Attribution;
import org.counterclaim.attribution.Speaker;

/**
 * Finds what a denial denies: an assertion of somebody else that speaks of the same things, or of the one who denies. Where a
 * speaker only answers ("in response to the allegations …") the link is implicit.
 */
final class Denials {

    private static final double ENOUGH = 0.28;
    private static final double NEARLY_BEST = 0.8;
    private static final int MOST = 3;
    private static final Pattern ANSWER = Pattern.compile(
            "(?i)\\b(?:in response|in reply|respond(?:ed|ing)?|reacting|hit back|hitting back|asked about)\\b");
    private static final Pattern ACCUSES =
            Pattern.compile("(?i)\\b(?:accus|blam|condemn|critici|denounc|alleg|charg|claim|concern)");
    private static final Pattern FIGURE =
            Pattern.compile("(?i)\\b(?:figures?|numbers?|tolls?|estimates?|amounts?|bill)\\b");
    private static final Pattern REFERRING = Pattern.compile(
            "(?i)\\b(?:allegations?|accusations?|claims?|charges?|reports?|suggestions?|assertions?|idea|notion|rumou?rs?|criticism|accounts?|figures?|numbers?|version|findings?|story|stories)\\b"
                    + "|^(?:it|this|that)\\b");

    private final List<Attribution> all;
    private final Terms terms;
    private final Map<String, Speaker> speakers;
    private final String text;

    /** One assertion that a denial denies. */
    record Found(Attribution denied, double score, boolean explicit, String reason) {}

    Denials(List<Attribution> all, Terms terms, Map<String, Speaker> speakers, String text) {
        this.all = all;
        this.terms = terms;
        this.speakers = speakers;
        this.text = text;
    }

    /** What it denies, the surest first; empty if it denies nothing that somebody else has asserted. */
    List<Found> of(Attribution denial) {
        boolean explicit = denial.stance() == Attitude.DENIES || denial.stance() == Attitude.QUESTIONS;
        boolean answers = denial.parent() == null && denial.statement() && isAnswer(denial);
        if (denial.speaker() == null || !explicit && !answers) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (Attribution other : all) {
            if (canBeDenied(other, denial)) {
                found.add(found(denial, other, explicit));
            }
        }
        found.sort(Comparator.comparingDouble(Found::score).reversed());
        double best = found.isEmpty() ? 0 : found.get(0).score();
        return found.stream()
                .filter(one -> one.score() >= ENOUGH && one.score() >= NEARLY_BEST * best)
                .limit(MOST)
                .toList();
    }

    private boolean canBeDenied(Attribution other, Attribution denial) {
        boolean asserts = other.stance() == Attitude.ASSERTS || other.stance() == Attitude.HEDGES;
        boolean another = other.speaker() != null && !other.speaker().equals(denial.speaker());
        boolean said = other.statement() || ACCUSES.matcher(other.cue().exact()).find();
        return asserts
                && another
                && said
                && !Objects.equals(denial.parent(), other.id())
                && !Objects.equals(other.parent(), denial.id());
    }

    private Found found(Attribution denial, Attribution other, boolean explicit) {
        int one = all.indexOf(idea(denial));
        int another = all.indexOf(other);
        double likeness = 0.5 * terms.likeness(one, another) + 0.5 * terms.covered(one, another);
        boolean accused = terms.mentions(another, names(denial.speaker()));
        double score = 1.2 * likeness
                + reference(denial, other)
                + nearness(denial, other)
                + accusation(accused, other, explicit);
        String reason = likeness > 0.3
                ? "It speaks of the same."
                : accused ? "It answers what is said of the speaker." : "It answers what was said before.";
        return new Found(other, Math.min(1, score), explicit, reason);
    }

    /** An answer without a denial is one to an accusation, if there is any. */
    private static double accusation(boolean accused, Attribution other, boolean explicit) {
        boolean accuses = accused && ACCUSES.matcher(other.cue().exact()).find();
        return (accused ? explicit ? 0.2 : 0.1 : 0) + (accuses ? explicit ? 0.15 : 0.35 : 0);
    }

    /** Whether it says "the claims", "the figure". */
    private double reference(Attribution denial, Attribution other) {
        String content = Propositions.content(denial);
        boolean refers = REFERRING.matcher(content).find() || isAnswer(denial);
        boolean accusation = refers && ACCUSES.matcher(other.cue().exact()).find();
        boolean figure = FIGURE.matcher(content).find() && !other.quantities().isEmpty();
        return (refers ? 0.15 : 0) + (accusation ? 0.15 : 0) + (figure ? 0.2 : 0);
    }

    /** An answer comes soon after what it answers; sometimes right before, and rarely to a headline. */
    private double nearness(Attribution denial, Attribution other) {
        int distance = all.indexOf(denial) - all.indexOf(other);
        long between = all.stream()
                .skip(Math.min(all.indexOf(denial), all.indexOf(other)) + 1L)
                .limit(Math.abs(distance) - 1L)
                .filter(one -> canBeDenied(one, denial) && !isAnswer(one))
                .count();
        boolean implicit = denial.stance() != Attitude.DENIES && denial.stance() != Attitude.QUESTIONS;
        double near = implicit ? distance > 0 ? 0.1 : -0.2 : distance > 0 ? 0.25 : 0.1;
        double less = (other.headline() ? 0.2 : 0) + (isAnswer(other) ? 0.25 : 0);
        return Math.max(-0.15, near - 0.1 * between) - less;
    }

    /** What is denied in so many words: <i>the idea that …</i> of a quotation that calls it false. */
    Attribution idea(Attribution denial) {
        return all.stream()
                .filter(inner -> denial.id().equals(inner.parent()) && inner.speaker() == null)
                .findFirst()
                .orElse(denial);
    }

    /** What the speaker, and whom he speaks for, is called. */
    private Set<String> names(String key) {
        Set<String> names = new HashSet<>();
        Speaker speaker = speakers.get(key);
        if (speaker != null && speaker.memberOf() != null) {
            names.addAll(Terms.of(speaker.memberOf()));
        }
        if (speaker != null && (speaker.kind() != Speaker.Kind.GROUP || speaker.memberOf() == null)) {
            names.addAll(Terms.of(speaker.name()));
        }
        return names;
    }

    /** Whether its sentence begins as an answer. */
    private boolean isAnswer(Attribution denial) {
        int cue = text.offsetByCodePoints(0, denial.cue().start());
        int from = Math.max(0, cue - 200);
        String before = text.substring(from, cue);
        int start = Math.max(before.lastIndexOf(". "), before.lastIndexOf('\n'));
        return ANSWER.matcher(before.substring(Math.max(0, start))).find();
    }
}

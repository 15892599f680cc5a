package org.counterclaim.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterclaim.appearance.Anchor;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.QuoteFinder;
import org.counterclaim.evidence.Evidence;
import org.counterclaim.evidence.EvidenceContent.Access;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.party.Party;
import org.counterclaim.story.ArticleText;

/**
 * What follows for a claim from other things by now. It is brought up to date when they change, and makes no revision: somebody's
 * typo in an article is no change of a claim.
 *
 * @param anchors where quotes stand that do not stand any more where they were taken from
 * @param flags what a newsroom should look at because of it
 * @param access who can look at the evidence that it rests on: claims are found by it
 */
public record Findings(List<Anchor> anchors, List<Flag> flags, List<Access> access) {

    static final Findings NONE = new Findings(List.of(), List.of(), List.of());

    public Findings {
        access = access == null ? List.of() : access;
    }

    /**
     * What follows for a claim.
     *
     * @param texts those that it is quoted from, as they were last heard
     * @param evidence every item that the claim rests on
     * @param parties those that take a position and those that the claim is about
     */
    static Findings of(Claim claim, List<ArticleText> texts, List<Evidence> evidence, List<Party> parties) {
        return inStory(claim, texts.stream().flatMap(text -> moved(claim, text)).toList(), evidence, parties);
    }

    /**
     * The same for one story, of which all that it follows from is at hand.
     *
     * @param anchors where its quotes stand in the story
     */
    public static Findings inStory(Claim claim, List<Anchor> anchors, List<Evidence> evidence, List<Party> parties) {
        Stream<Flag> outside = OutsideFlags.of(claim, evidence, parties).stream();
        return new Findings(
                anchors,
                Stream.concat(outside, anchors.stream().flatMap(Findings::flag)).toList(),
                evidence.stream()
                        .map(item -> item.content().access())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Whether nothing follows from elsewhere. */
    boolean isEmpty() {
        return anchors.isEmpty() && flags.isEmpty();
    }

    /** A text that is older than the one that was quoted from says nothing: a newer one will be heard. */
    private static Stream<Anchor> moved(Claim claim, ArticleText text) {
        List<Appearance> lost = claim.quotes(text.id())
                .filter(quote -> quote.content().articleRevision() <= text.revision() && !quote.isAsQuotedIn(text))
                .toList();
        if (lost.isEmpty()) {
            return Stream.empty();
        }
        QuoteFinder finder = QuoteFinder.in(text);
        return lost.stream().map(finder::find);
    }

    private static Stream<Flag> flag(Anchor anchor) {
        return switch (anchor.state()) {
            case ORPHANED ->
                Stream.of(Flag.warningAt(
                        "anchor_orphaned", anchor.appearanceId(), "The article does not say any more what is quoted."));
            case FUZZY ->
                Stream.of(Flag.warningAt(
                        "anchor_fuzzy",
                        anchor.appearanceId(),
                        "The article says it in other words, or more than once: confirm it."));
            case EXACT, MOVED -> Stream.empty();
        };
    }

    /** Where the quote of this appearance stands, unless it stands where it was taken from. */
    public Optional<Anchor> anchor(String appearanceId) {
        return anchors.stream()
                .filter(anchor -> anchor.appearanceId().equals(appearanceId))
                .findFirst();
    }

    /** What of it may be shown with these places alone. */
    Findings shownAt(List<String> places) {
        return new Findings(
                anchors.stream()
                        .filter(anchor -> places.contains(anchor.appearanceId()))
                        .toList(),
                flags.stream()
                        .filter(flag -> !flag.target().startsWith(Appearance.PREFIX) || places.contains(flag.target()))
                        .toList(),
                access);
    }
}

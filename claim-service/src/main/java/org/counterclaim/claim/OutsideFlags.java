package org.counterclaim.claim;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.QuotationType;
import org.counterclaim.appearance.Selector;
import org.counterclaim.evidence.Evidence;
import org.counterclaim.evidence.EvidenceContent.Access;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.party.Party;
import org.counterclaim.position.DisputeRules;
import org.counterclaim.position.DisputeStatus.Bucket;
import org.counterclaim.position.Position;
import org.counterclaim.position.Stance;

/** What a newsroom should look at in a claim because of the evidence and the parties that it names. */
final class OutsideFlags {

    /** Nobody but its holder can look at it. */
    private static final Set<Access> CLOSED = EnumSet.of(Access.DESCRIBED_ONLY, Access.WITHHELD, Access.LOST);

    private static final Pattern BEGINS_SENTENCE = Pattern.compile("(^|[.!?…:][\"”’»)]?)\\s*$");
    private static final int NAME = 4;

    /** English words for what goes on in somebody. */
    private static final Pattern INNER =
            Pattern.compile("^(?<who>[^,;.]{3,80}?) (?i:(?:is|are|was|were|has been|have been)"
                    + " (?:\\w+ )?(?:taken aback|surprised|shocked|alarmed|worried|angry|angered|furious|pleased|glad|happy|afraid|disappointed"
                    + "|embarrassed|stunned|upset|relieved)|(?:wants?|hopes?|fears?|believes?|thinks?|feels?|wishes|felt|wanted|hoped|feared"
                    + "|believed|thought)\\b)");

    private final Claim claim;
    private final List<Evidence> evidence;
    private final Map<String, Party> parties;
    private final List<Position> live;

    private OutsideFlags(Claim claim, List<Evidence> evidence, List<Party> parties) {
        this.claim = claim;
        this.evidence = evidence;
        this.parties = parties.stream().collect(Collectors.toMap(Party::id, Function.identity()));
        this.live = DisputeRules.live(claim.positions());
    }

    /**
     * The flags.
     *
     * @param evidence every item that the claim rests on
     * @param parties those that take a position and those that the claim is about
     */
    static List<Flag> of(Claim claim, List<Evidence> evidence, List<Party> parties) {
        OutsideFlags flags = new OutsideFlags(claim, evidence, parties);
        return Stream.of(flags.closedEvidence(), flags.unheard(), flags.carriedOver(), flags.secondHand())
                .flatMap(found -> found)
                .toList();
    }

    /** Contested is what not everybody agrees to; then a reader has nothing to go by but somebody's word. */
    private Stream<Flag> closedEvidence() {
        boolean contested = claim.disputeStatus().value().bucket() != Bucket.AGREED;
        return contested
                        && !evidence.isEmpty()
                        && evidence.stream()
                                .allMatch(item -> CLOSED.contains(item.content().access()))
                ? Stream.of(Flag.warning(
                        "evidence_not_public",
                        claim.id(),
                        "All evidence for it is only described: nobody else can look at it."))
                : Stream.of();
    }

    /**
     * The accused are the parties that the claim is about, if somebody of another side upholds it; the newsroom accuses nobody. Whoever
     * speaks for their side has answered, also by declining to.
     */
    private Stream<Flag> unheard() {
        return claim.content().about().stream()
                .map(parties::get)
                .filter(Objects::nonNull)
                .filter(accused -> isAccused(camp(accused)) && !hasAnswered(camp(accused)))
                .map(accused -> Flag.warningAt(
                        "no_right_of_reply",
                        accused.id(),
                        "No answer of " + accused.content().name() + " is recorded: were they asked?"));
    }

    private boolean isAccused(String camp) {
        return live.stream()
                .anyMatch(position -> position.holds()
                        && !position.isPublishers()
                        && !position.camp().equals(camp));
    }

    private boolean hasAnswered(String camp) {
        return claim.positions().stream()
                .anyMatch(position -> position.camp().equals(camp) && position.stance() != Stance.NOT_RECORDED);
    }

    /** A whole sentence is put into somebody's mouth, and nothing in it says so. */
    private Stream<Flag> carriedOver() {
        return live.stream()
                .filter(position ->
                        position.quotationType() == QuotationType.INDIRECT_QUOTE && !position.isPublishers())
                .filter(position -> position.appearances().stream()
                        .map(Appearance::content)
                        .filter(content -> content.selector() != null)
                        .anyMatch(content -> isCarriedOver(content.selector().quote(), position.party())))
                .map(position -> Flag.warningAt(
                        "implicit_attribution",
                        position.id(),
                        "Only the sentence before says whose words these are: does the speaker go on?"));
    }

    /** What somebody feels or wants he alone can say; the party that is spoken of is known, and speaks for another camp than all holders. */
    private Stream<Flag> secondHand() {
        Matcher inner = INNER.matcher(claim.content().text());
        List<Position> holders = live.stream()
                .filter(position -> position.holds() && !position.isPublishers())
                .toList();
        if (!claim.content().inEnglish() || holders.isEmpty() || !inner.find()) {
            return Stream.of();
        }
        String subject = inner.group("who").toLowerCase(Locale.ROOT);
        return parties.values().stream()
                .filter(party -> names(party.id()).anyMatch(subject::contains))
                .filter(party ->
                        holders.stream().noneMatch(holder -> holder.camp().equals(camp(party))))
                .limit(1)
                .map(party -> Flag.warning(
                        "second_hand",
                        claim.id(),
                        "Others say what " + party.content().name() + " feels or wants: who asked?"));
    }

    private boolean isCarriedOver(Selector.Quote quote, String party) {
        String said = quote.exact().toLowerCase(Locale.ROOT);
        return BEGINS_SENTENCE.matcher(quote.prefix()).find()
                && said.matches("(?s).*[.!?…][\"”’»)]?")
                && names(party).noneMatch(said::contains);
    }

    private Stream<String> names(String party) {
        return Stream.ofNullable(parties.get(party))
                .map(Party::content)
                .flatMap(content -> Stream.concat(Stream.of(content.name()), content.alternateName().stream()))
                .flatMap(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")))
                .filter(word -> word.length() >= NAME);
    }

    private static String camp(Party party) {
        return party.side() == null ? party.id() : party.side();
    }
}

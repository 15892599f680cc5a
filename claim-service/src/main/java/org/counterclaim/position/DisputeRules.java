package org.counterclaim.position;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.counterclaim.position.DisputeStatus.Value;

/**
 * The rules {@code dispute-rules/2}: a dispute status from positions, whatever their order. The first rule that matches decides.
 */
public final class DisputeRules {

    static final String RULESET = "dispute-rules/2";

    private final List<Position> all;
    private final List<Position> live;
    private final List<Position> holders;

    private DisputeRules(List<Position> positions) {
        this.all = positions;
        this.live = positions.stream()
                .filter(p -> !p.stance().isSilence() && !isSuperseded(p, positions))
                .toList();
        this.holders = live.stream().filter(Position::holds).toList();
    }

    /** What these positions come to. */
    public static DisputeStatus statusOf(List<Position> positions) {
        return new DisputeRules(positions).status();
    }

    /** The positions that count. */
    public static List<Position> live(List<Position> positions) {
        return new DisputeRules(positions).live;
    }

    /** Whether a side says both yes and no: somebody should look at it, whatever the status is. */
    static boolean hasSideContradiction(List<Position> positions) {
        List<Position> live = live(positions);
        Set<String> affirming = camps(live, p -> p.stance() == Stance.AFFIRMS);
        return live.stream()
                .filter(p -> p.stance() == Stance.DENIES || p.stance() == Stance.DENIES_IN_PART)
                .anyMatch(p -> affirming.contains(p.camp()));
    }

    /** Whether another position has taken the place of this one. */
    public static boolean isSuperseded(Position position, List<Position> positions) {
        return positions.stream().anyMatch(later -> later.supersedes(position));
    }

    private DisputeStatus status() {
        return Stream.<Supplier<Optional<DisputeStatus>>>of(
                        this::withdrawn,
                        () -> opposed(Value.DISPUTED, this::isFullDenial),
                        () -> opposed(Value.PARTIALLY_DISPUTED, this::isPartialDenial),
                        this::agreed,
                        this::held,
                        () -> said(Value.NOT_ALLEGED, Stance.DOES_NOT_ALLEGE),
                        () -> said(Value.DENIED, Stance.DENIES),
                        () -> said(Value.UNKNOWN, Stance.ACKNOWLEDGES_UNKNOWN))
                .flatMap(rule -> rule.get().stream())
                .findFirst()
                .orElseGet(() -> DisputeStatus.of(Value.NO_POSITION, Stream.of()));
    }

    /** Rule 1: nobody holds it any more, and who did has taken it back. */
    private Optional<DisputeStatus> withdrawn() {
        List<Position> takenBack = live.stream()
                .filter(p -> p.stance() == Stance.WITHDRAWS)
                .flatMap(withdrawal -> all.stream()
                        .filter(p -> p.holds() && withdrawal.supersedes(p))
                        .flatMap(held -> Stream.of(withdrawal, held)))
                .toList();
        return holders.isEmpty() ? because(Value.WITHDRAWN, takenBack) : Optional.empty();
    }

    /** Rules 2 and 3: somebody denies what another party holds. */
    private Optional<DisputeStatus> opposed(Value value, Predicate<Position> denial) {
        return because(
                value,
                live.stream()
                        .filter(denial)
                        .flatMap(no ->
                                holders.stream().filter(yes -> opposes(no, yes)).flatMap(yes -> Stream.of(no, yes)))
                        .toList());
    }

    /** Rule 4: a side affirms what another one concedes. The newsroom is no side here. */
    private Optional<DisputeStatus> agreed() {
        Set<String> affirming = camps(holders, p -> p.stance() == Stance.AFFIRMS && !p.isPublishers());
        boolean conceded = holders.stream()
                .filter(p -> p.stance() == Stance.CONCEDES && !p.isPublishers())
                .anyMatch(p -> !affirming.contains(p.camp()));
        boolean firm = holders.stream().allMatch(p -> p.hedge().level().isFirm());
        return !affirming.isEmpty() && conceded
                ? because(firm ? Value.AGREED : Value.TENTATIVELY_AGREED, holders)
                : Optional.empty();
    }

    /** Rule 5: held, and opposed by nobody. */
    private Optional<DisputeStatus> held() {
        int sides = camps(holders, p -> !p.isPublishers()).size();
        Value value = sides == 0 ? Value.UNATTRIBUTED : sides == 1 ? Value.ONE_SIDED : Value.UNCONTESTED;
        return because(value, holders);
    }

    /** Rules 6 to 8: nobody holds it, but this was said. */
    private Optional<DisputeStatus> said(Value value, Stance stance) {
        return because(value, live.stream().filter(p -> p.stance() == stance).toList());
    }

    private boolean isFullDenial(Position position) {
        return position.stance() == Stance.DENIES
                && (position.aspect() == Aspect.WHOLE
                        || holders.stream().anyMatch(holder -> holder.aspect() == position.aspect()));
    }

    private boolean isPartialDenial(Position position) {
        return switch (position.stance()) {
            case DENIES -> !isFullDenial(position);
            case DENIES_IN_PART, REFRAMES -> true;
            default -> false;
        };
    }

    private static boolean opposes(Position denial, Position holder) {
        return !denial.party().equals(holder.party());
    }

    private static Set<String> camps(List<Position> positions, Predicate<Position> which) {
        return positions.stream().filter(which).map(Position::camp).collect(toSet());
    }

    private static Optional<DisputeStatus> because(Value value, List<Position> positions) {
        return positions.isEmpty() ? Optional.empty() : Optional.of(DisputeStatus.of(value, positions.stream()));
    }
}

package org.counterclaim.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.attribution.Attribution;

/** What a text says of one claim, while it is gathered. */
final class Gathering {

    final Attribution first;
    final List<Attribution> asserted = new ArrayList<>();
    final List<Attribution> denied = new ArrayList<>();
    final List<Attribution> other = new ArrayList<>();
    private final List<Denials.Found> links = new ArrayList<>();

    Gathering(Attribution first) {
        this.first = first;
    }

    Stream<Attribution> all() {
        return Stream.concat(
                Stream.of(first), Stream.of(asserted, denied, other).flatMap(List::stream));
    }

    /** A denial, with what ties it to an assertion; null where it words the claim itself. */
    void deny(Attribution denial, Denials.Found link) {
        if (!denied.contains(denial)) {
            denied.add(denial);
        }
        if (link != null) {
            links.add(link);
        }
    }

    ProposedClaim.Link link() {
        if (denied.isEmpty()) {
            return null;
        }
        return links.isEmpty() || links.stream().anyMatch(Denials.Found::explicit)
                ? ProposedClaim.Link.EXPLICIT
                : ProposedClaim.Link.IMPLICIT;
    }

    String reason() {
        return links.isEmpty()
                ? denied.isEmpty() ? null : "The denial words it."
                : links.get(0).reason();
    }

    /** As sure as its surest attribution, and no surer than its link. */
    double confidence() {
        double best = all().mapToDouble(Attribution::confidence).max().orElse(0);
        double link = links.stream().mapToDouble(Denials.Found::score).max().orElse(1);
        return Math.round(100 * best * (0.5 + 0.5 * link)) / 100.0;
    }
}

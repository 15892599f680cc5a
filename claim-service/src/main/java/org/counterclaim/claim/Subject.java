package org.counterclaim.claim;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.position.Position;
import org.counterclaim.position.PositionContent;

/**
 * What claims are compared with.
 *
 * @param id of the claim that it is, null for one that has none yet
 * @param parties ids of those who assert it or take a position on it
 */
record Subject(String id, String text, String language, Set<String> parties) {

    static Subject of(Claim claim) {
        return new Subject(claim.id(), claim.content().text(), claim.content().inLanguage(), partiesOf(claim));
    }

    static Subject of(ClaimDraft draft) {
        Stream<String> parties = draft.positions().stream().map(PositionContent::party);
        return new Subject(null, draft.text(), draft.content().inLanguage(), known(draft.author(), parties));
    }

    /** A claim that is to have this id, and its wording alone. */
    static Subject of(String id, ClaimContent content) {
        return new Subject(id, content.text(), content.inLanguage(), known(content.author(), Stream.empty()));
    }

    static Set<String> partiesOf(Claim claim) {
        return known(claim.content().author(), claim.positions().stream().map(Position::party));
    }

    private static Set<String> known(String author, Stream<String> parties) {
        return Stream.concat(Stream.of(author == null ? "" : author), parties)
                .filter(Objects::nonNull)
                .filter(party -> !party.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

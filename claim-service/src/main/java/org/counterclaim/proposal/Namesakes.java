package org.counterclaim.proposal;

import java.util.List;
import java.util.Set;
import org.counterclaim.attribution.Speaker;
import org.counterclaim.party.Party;
import org.counterclaim.party.PartyContent;

/** Tells several parties of one name apart by what a text says of the one who speaks. */
final class Namesakes {

    private Namesakes() {}

    /** The only one whose sort, and whose role or membership, the text names; null if there is none such, or several. */
    static Party theOnlyOne(Speaker speaker, List<Party> called) {
        List<Party> described = called.stream()
                .filter(party -> isDescribed(speaker, party.content()))
                .toList();
        return described.size() == 1 ? described.get(0) : null;
    }

    static boolean isDescribed(Speaker speaker, PartyContent party) {
        boolean person = party.type() == PartyContent.Type.PERSON;
        boolean sort = person == (speaker.kind() == Speaker.Kind.PERSON);
        return sort && (hasRole(speaker, party) || isMember(speaker, party));
    }

    /** Any word of the role is enough: <i>the mayor</i> is the <i>mayor of Harra</i>. */
    private static boolean hasRole(Speaker speaker, PartyContent party) {
        if (speaker.jobTitle() == null || party.jobTitle() == null) {
            return false;
        }
        Set<String> role = Terms.of(speaker.jobTitle());
        return Terms.of(party.jobTitle()).stream().anyMatch(role::contains);
    }

    private static boolean isMember(Speaker speaker, PartyContent party) {
        return speaker.memberOf() != null && party.memberOf().stream().anyMatch(speaker.memberOf()::equalsIgnoreCase);
    }
}

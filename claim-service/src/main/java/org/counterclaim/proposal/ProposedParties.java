package org.counterclaim.proposal;

import java.util.List;
import org.counterclaim.attribution.Speaker;
import org.counterclaim.party.PartyContent;

/** What a speaker of a text is as a party. */
final class ProposedParties {

    private static final int LONGEST_SIDE = 50;

    private ProposedParties() {}

    static PartyContent of(Speaker speaker) {
        return new PartyContent(
                type(speaker.kind()),
                speaker.name(),
                null,
                speaker.jobTitle(),
                speaker.memberOf() == null ? null : List.of(speaker.memberOf()),
                null,
                side(speaker));
    }

    /** Who belongs to a state speaks for it, and so does the state; everybody else for himself. */
    static String side(Speaker speaker) {
        if (speaker == null) {
            return null;
        }
        String side = speaker.memberOf() != null
                ? speaker.memberOf()
                : speaker.kind() == Speaker.Kind.GOVERNMENT ? speaker.name() : null;
        return side == null || side.length() <= LONGEST_SIDE ? side : null;
    }

    private static PartyContent.Type type(Speaker.Kind kind) {
        return switch (kind) {
            case PERSON -> PartyContent.Type.PERSON;
            case GOVERNMENT -> PartyContent.Type.GOVERNMENT_ORGANIZATION;
            case ORGANIZATION, GROUP -> PartyContent.Type.ORGANIZATION;
        };
    }
}

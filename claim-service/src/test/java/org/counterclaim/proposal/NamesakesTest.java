package org.counterclaim.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.counterclaim.attribution.Speaker;
import org.counterclaim.party.PartyContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which party of the same name a text describes: sort, role and state in the text | sort, role and state of the party. */
class NamesakesTest {

    @ParameterizedTest
    @CsvSource({
        "PERSON, mayor, , PERSON, Mayor of Harra, , true",
        "PERSON, defence minister, , PERSON, Minister of Defence, , true",
        "PERSON, mayor, , PERSON, actor, , false",
        "PERSON, , Ukraine, PERSON, , Ukraine, true",
        "PERSON, , Ukraine, PERSON, , China, false",
        "PERSON, , , PERSON, , , false",
        "PERSON, , , PERSON, mayor, , false",
        "ORGANIZATION, , China, PERSON, , China, false",
        "ORGANIZATION, , China, CORPORATION, , China, true",
    })
    void isDescribed(
            Speaker.Kind kind,
            String role,
            String state,
            PartyContent.Type type,
            String title,
            String memberOf,
            boolean described) {
        Speaker speaker = new Speaker("vale", "Otto Vale", kind, role, List.of(), state, null, null);
        List<String> members = memberOf == null ? null : List.of(memberOf);
        PartyContent party = new PartyContent(type, "Otto Vale", null, title, members, null, null);
        assertEquals(described, Namesakes.isDescribed(speaker, party));
    }
}

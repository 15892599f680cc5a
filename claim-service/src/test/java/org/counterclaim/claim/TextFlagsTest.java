package org.counterclaim.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.kit.security.Caller;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the text of a claim shows by itself. */
class TextFlagsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Both countries use drones, and Ukraine is working on its own. | compound_claim",
                "The mayor closed two schools; the council has not agreed. | compound_claim",
                "France, Germany, and Italy are against it. | -",
                "The mayor closed two schools, three parks and a pool. | -",
                "The mayor, who was elected in May, and his wife are in Rome. | -",
                "Former President Ann Smith is pushing for a truce. | context_needs_check",
                "Acting Minister Smith signed the order. | context_needs_check",
                "The former factory was sold. | -",
                "The police arrested Wang Guangjun (born 1991). | personal_data",
                "A 14-year-old boy, Tim Miller, was hurt. | personal_data",
                "The police arrested a man. | -",
                "Wang Guangjun (born 1991) won the prize. | -",
                "The notorious firm sold arms. | loaded_word",
                "The firm sold arms. | -"
            })
    void anEnglishTextIsRead(String text, String code) {
        assertEquals(code == null ? Set.of() : Set.of(code), codes(text, "en-GB"));
        assertEquals(code == null ? Set.of() : Set.of(code), codes(text, null));
        assertEquals(Set.of(), codes(text, "de"));
    }

    private static Set<String> codes(String text, String language) {
        ClaimContent content =
                new ClaimContent(text, "x", language, null, null, null, null, null, null, null, null, null);
        Claim claim = Claim.drafted(
                "clm_x",
                content,
                List.of(),
                List.of(),
                Editorial.draftBy(new Caller("ann", null, Set.of())),
                Instant.EPOCH);
        return Stream.of(claim).flatMap(TextFlags::of).map(Flag::code).collect(Collectors.toSet());
    }
}

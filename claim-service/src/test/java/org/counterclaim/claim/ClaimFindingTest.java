package org.counterclaim.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.time.PartialDate.Precision;
import org.junit.jupiter.api.Test;

class ClaimFindingTest {

    /** What is stored already is found by a new member only if it is brought up to date, which a new version brings about. */
    @Test
    void whoeverChangesWhatClaimsAreFoundByGivesThemAVersion() {
        ClaimContent content = new ClaimContent(
                "It rained.",
                "Rain",
                "en",
                null,
                null,
                null,
                null,
                null,
                null,
                new ClaimDate("2026", Precision.YEAR, null),
                null,
                null);
        Claim claim = Claim.drafted(
                "clm_1",
                content,
                List.of(),
                List.of(),
                Editorial.draftBy(new Caller("r", null, Set.of(Caller.REPORTER))),
                Instant.EPOCH);
        assertEquals(
                "3: [day, flags, key, made, numbers, openFlags, parties, sides, terms, words]",
                ClaimFinding.UPCASTS.size() + 1 + ": "
                        + new TreeSet<>(ClaimFinding.of(claim).keySet()));
    }
}

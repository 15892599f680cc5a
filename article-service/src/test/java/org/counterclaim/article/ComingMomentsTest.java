package org.counterclaim.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.counterclaim.article.ComingMoments.Coming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComingMomentsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T09:30:00Z");

    @ParameterizedTest
    @CsvSource({"0, 7, false", "249, 8, false", "250, 8, true", "59999, 7, false", "60000, 7, true", "-1, 7, true"})
    void theStoreIsAskedAgainWhenThereIsNewsOrTimeHasGoneBy(long millis, long head, boolean again) {
        assertEquals(again, new ComingMoments(NOW, 7, List.of()).isOutdated(head, NOW.plusMillis(millis)));
    }

    @Test
    void atTheBeginningNothingIsKnown() {
        assertTrue(ComingMoments.UNKNOWN.isOutdated(-1, NOW));
    }

    @Test
    void whatHasComeIsDue() {
        ComingMoments known = new ComingMoments(
                NOW,
                7,
                List.of(new Coming("a", NOW.minusMillis(1)), new Coming("b", NOW), new Coming("c", NOW.plusMillis(1))));
        assertEquals(List.of("a", "b"), known.due(NOW));
    }
}

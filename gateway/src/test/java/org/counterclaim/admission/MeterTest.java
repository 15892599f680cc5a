package org.counterclaim.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.counterclaim.partner.Allowance;
import org.junit.jupiter.api.Test;

class MeterTest {

    private static final Allowance TWO_A_DAY = new Allowance(100, Duration.ofMinutes(1), 2);

    private static final Counter REFUSED = new SimpleMeterRegistry().counter("refused");

    /** A window in which nothing comes back while the test runs. */
    private static final Duration LONG = Duration.ofDays(1000);

    @Test
    void theBurstEnds() {
        Meter meter = new Meter(new Allowance(2, LONG, 0), REFUSED);
        assertTrue(meter.spend().granted());
        assertTrue(meter.spend().granted());
        Meter.Spending third = meter.spend();
        assertFalse(third.granted());
        assertEquals(List.of("burst"), third.quota().violated());
        assertTrue(third.retryAfter() > 1_000_000, "until half of the window is over");
    }

    @Test
    void theDayEnds() {
        Meter meter = new Meter(TWO_A_DAY, REFUSED);
        meter.spend();
        meter.spend();
        Meter.Spending third = meter.spend();
        assertFalse(third.granted());
        assertEquals(List.of("daily"), third.quota().violated());
        assertTrue(third.retryAfter() > 40_000 && third.retryAfter() <= 43_200, "until half of the day is over");
    }

    @Test
    void whatIsRefusedCostsNothing() {
        Meter meter = new Meter(TWO_A_DAY, REFUSED);
        for (int i = 0; i < 50; i++) {
            meter.spend();
        }
        assertEquals(98, meter.left().policies().get(0).remaining());
    }

    @Test
    void theHeadersSayWhatIsLeft() {
        Meter meter = new Meter(new Allowance(4, LONG, 100), REFUSED);
        Quota quota = meter.spend().quota();
        assertEquals("\"burst\";q=4;w=86400000, \"daily\";q=100;w=86400", quota.policyField());
        assertEquals("\"burst\";r=3;t=21600000, \"daily\";r=99;t=864", quota.stateField());
    }

    @Test
    void anotherPlanHoldsAtOnceAndWhatIsSpentStaysSpent() {
        Meter meter = new Meter(new Allowance(10, LONG, 0), REFUSED);
        for (int i = 0; i < 10; i++) {
            meter.spend();
        }
        meter.follow(new Allowance(1000, LONG, 50));
        assertEquals(
                "\"burst\";q=1000;w=86400000, \"daily\";q=50;w=86400",
                meter.left().policyField());
        assertFalse(meter.spend().granted());
        meter.follow(new Allowance(10, LONG, 0));
        assertEquals(1, meter.left().policies().size());
    }
}

package org.counterclaim.kit.time;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundWorkTest {

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    @Test
    void aServiceThatEndsLetsARunComeToItsEndAndBeginsNone() throws InterruptedException {
        BackgroundWork work = new BackgroundWork();
        CountDownLatch inTheMiddle = new CountDownLatch(1);
        work.every(Duration.ofMillis(1), "a test", () -> {
            begun.incrementAndGet();
            inTheMiddle.countDown();
            return Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(Duration.ofMillis(200))
                    .invoke(ended::incrementAndGet);
        });
        assertTrue(inTheMiddle.await(5, SECONDS));
        work.stop(new ShutdownEvent());
        assertEquals(begun.get(), ended.get());
        CountDownLatch tooLate = new CountDownLatch(1);
        work.every(Duration.ofMillis(1), "too late", () -> {
            tooLate.countDown();
            return Uni.createFrom().voidItem();
        });
        assertFalse(tooLate.await(100, MILLISECONDS));
    }
}

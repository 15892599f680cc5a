package org.counterclaim.proposal;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import org.counterclaim.attribution.Annotated;
import org.counterclaim.attribution.StoryReader;
import org.junit.jupiter.api.Test;

/**
 * What reading costs, run alone in a Java machine of its own: only there is nothing loaded yet. Where {@code -Dreference.data}
 * names no folder it is skipped. Times are told and not held to anything, since they are the machine's too; the heap is.
 */
class SpeedTest {

    private static final System.Logger LOG = System.getLogger(SpeedTest.class.getName());
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM = 1000;
    private static final int ROUNDS = 300;
    private static final int LONGEST = 200_000;
    private static final int MOST_HEAP = 20_000_000;

    private StoryReader reader;

    @Test
    void loadsAndReads() throws IOException {
        String folder = System.getProperty("reference.data");
        assumeTrue(folder != null, "Skipped: -Dreference.data=DIR names no folder with the reference data.");
        String story = Annotated.ofSeed(Path.of(folder)).text();
        long before = heap();
        double load = milliseconds(() -> {
            reader = new StoryReader();
            propose("");
        });
        long models = heap() - before;
        double first = milliseconds(() -> propose(story));
        repeat(story, WARM);
        double warm = milliseconds(() -> repeat(story, ROUNDS)) / ROUNDS;
        double worst = milliseconds(() -> propose("\"".repeat(LONGEST)));
        LOG.log(
                System.Logger.Level.INFO,
                String.format(
                        "of one core: loading %.0f ms, heap %.1f MB, %,d characters %.0f ms at first, %.1f ms warm, %,d marks %.0f ms",
                        load, models / 1e6, story.length(), first, warm, LONGEST, worst));
        assertTrue(models < MOST_HEAP, () -> "heap " + models);
    }

    private void repeat(String text, int times) {
        for (int i = 0; i < times; i++) {
            propose(text);
        }
    }

    private void propose(String text) {
        ClaimsOfText.of(reader.read(text), text);
    }

    private static double milliseconds(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

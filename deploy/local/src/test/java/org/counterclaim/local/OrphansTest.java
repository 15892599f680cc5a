package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {

    @TempDir
    Path temp;

    private Process process;

    @BeforeEach
    void aProcessThatDoesNotEndByItself() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void whatIsStillThereIsEnded() throws InterruptedException {
        Path file = temp.resolve("running");
        Orphans.remember(file, List.of(process.toHandle()));
        Orphans.end(file);
        // a thread of the JDK's has to hear of the end as well
        assertTrue(process.waitFor(5, TimeUnit.SECONDS));
        assertFalse(Files.exists(file));
    }

    @Test
    void anotherProcessUnderTheSameIdIsLeftAlone() throws IOException {
        Path file = temp.resolve("running");
        Files.writeString(file, process.pid() + " " + Instant.now().minusSeconds(3600));
        Orphans.end(file);
        assertTrue(process.isAlive());
    }
}

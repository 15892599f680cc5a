package org.counterclaim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processes that outlived a launcher which was killed. Each is known by its process id and by when it began, so that a process which
 * was given the same id later is left alone.
 */
final class Orphans {

    /** The system tells the start of a process to about a second. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    private static final Duration END = Duration.ofSeconds(2);

    private Orphans() {}

    /** Writes down the processes that have to end with this launcher. */
    static void remember(Path file, List<ProcessHandle> processes) {
        List<String> lines = processes.stream()
                .filter(process -> process.info().startInstant().isPresent())
                .map(process ->
                        process.pid() + " " + process.info().startInstant().orElseThrow())
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what is still there of those that were written down. */
    static void end(Path file) {
        try {
            if (Files.notExists(file)) {
                return;
            }
            List<ProcessHandle> orphans = Files.readAllLines(file).stream()
                    .map(line -> line.split(" "))
                    .flatMap(words -> find(Long.parseLong(words[0]), Instant.parse(words[1])).stream())
                    .toList();
            orphans.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(orphans);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends one that would rather end in order, and its children; without asking if it does not within 2 s. */
    static void end(long pid, Instant began) {
        find(pid, began).ifPresent(parent -> {
            List<ProcessHandle> family =
                    Stream.concat(Stream.of(parent), parent.descendants()).toList();
            parent.destroy();
            awaitEnd(family);
            family.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(family);
        });
    }

    private static Optional<ProcessHandle> find(long pid, Instant began) {
        return ProcessHandle.of(pid)
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start -> Duration.between(start, began).abs().compareTo(CLOCK_STEP) < 0)
                        .isPresent());
    }

    /** Not for ever: a process that is dead but not yet collected by its new parent counts as alive. */
    private static void awaitEnd(List<ProcessHandle> orphans) {
        long deadline = System.nanoTime() + END.toNanos();
        while (orphans.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            Pause.of(Duration.ofMillis(20));
        }
    }
}

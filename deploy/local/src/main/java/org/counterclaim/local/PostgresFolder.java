package org.counterclaim.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * Where an embedded PostgreSQL keeps what outlives it: its data, its password, its log. One at a time has it.
 */
final class PostgresFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;

    private PostgresFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the folder, which is made if it is not there, and ends what was left running on it.
     *
     * @throws IllegalStateException if another has it
     */
    static PostgresFolder taken(Path path) throws IOException {
        Path folder = Files.createDirectories(path.toAbsolutePath());
        FileChannel lock = FolderLock.on(folder)
                .orElseThrow(() -> new IllegalStateException("Another PostgreSQL runs in " + folder));
        PostgresFolder taken = new PostgresFolder(folder, lock);
        taken.endOrphan();
        if (Files.notExists(taken.mark())) {
            // killed while it was made for the first time: nobody has had it yet
            FileUtils.deleteDirectory(taken.data().toFile());
        }
        return taken;
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("log");
    }

    /** File with the password of the user {@code postgres}: on this machine others can reach the port. */
    Path password() throws IOException {
        Path file = folder.resolve("password");
        if (Files.notExists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            PrivateFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return file;
    }

    /** From now on its data are kept. */
    void markWhole() throws IOException {
        Files.writeString(mark(), "");
    }

    /** Gives the folder back. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private Path mark() {
        return folder.resolve("whole");
    }

    /** The file stays when its writer was killed; it names the process in its first line and when that began in its third. */
    private void endOrphan() throws IOException {
        Path file = data().resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.size() > 2) {
            Orphans.end(
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())));
        }
    }
}

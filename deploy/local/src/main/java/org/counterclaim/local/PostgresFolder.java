package org.counterclaim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    static PostgresFolder taken(Path path) {
        try {
            Path folder = Files.createDirectories(path.toAbsolutePath());
            FileChannel lock = FolderLock.on(folder)
                    .orElseThrow(() -> new IllegalStateException("Another PostgreSQL runs in " + folder));
            PostgresFolder taken = new PostgresFolder(folder, lock);
            taken.tidy();
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("log");
    }

    /** Who is asked for, with his password. */
    String user() {
        return "postgres:" + password();
    }

    String password() {
        try {
            return Files.readString(passwordFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Others who have an account on this machine reach the port as well. */
    Path passwordFile() {
        return folder.resolve("password");
    }

    /** From now on its data are kept. */
    void markWhole() throws IOException {
        Files.writeString(mark(), "");
    }

    /** Gives the folder back. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path mark() {
        return folder.resolve("whole");
    }

    private void tidy() throws IOException {
        if (Files.notExists(passwordFile())) {
            PrivateFile.write(passwordFile(), Secret.random());
        }
        endOrphan();
        if (Files.notExists(mark())) {
            // killed while it was made for the first time: nobody has had it yet
            FileUtils.deleteDirectory(data().toFile());
        }
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

package org.counterclaim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The folder of everything that outlives a run: the store, the keys, the logs, what was loaded. One launcher at a time has it.
 */
public final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the folder, which is made if it is not there.
     *
     * @throws Refusal if it cannot be written or another launcher has it
     */
    public static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder.resolve("logs"));
            FileChannel lock = FolderLock.on(folder)
                    .orElseThrow(() -> Refusal.because("The data folder " + folder
                            + " is in use by another launcher: stop it or choose another with --data."));
            return new DataFolder(folder, lock);
        } catch (IOException e) {
            throw Refusal.because(
                    "The data folder " + folder + " cannot be written (" + e + "): choose another with --data.", e);
        }
    }

    Path path() {
        return folder;
    }

    Path store() {
        return folder.resolve("store.mv");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** What a service has written to its console since it was last started. */
    public Path log(Service service) {
        return logs().resolve(service.module() + ".log");
    }

    /** Whom the services of this run can be found by, should the launcher be killed. */
    Path running() {
        return folder.resolve("running");
    }

    /** The issuer whose key pair is kept here. */
    public LocalIssuer issuer() {
        return LocalIssuer.in(folder);
    }

    /** What cursors are sealed with, so that they outlive a restart. */
    String cursorKey() {
        return read(kept("cursor-key", Secret::random));
    }

    /** What the gateway hashes API keys with: without it their hashes are of no use to anybody. */
    String keyPepper() {
        return read(kept("key-pepper", Secret::random));
    }

    /** What the gateway signs its own tokens with. */
    Path signingKeys() {
        return kept("gateway-keys.json", SigningKeys::made);
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    /** Whether the example was loaded to its end and is this article. */
    boolean hasExample(String articleId) {
        try {
            Path file = folder.resolve("example");
            return Files.exists(file) && Files.readString(file).equals(articleId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keepExample(String articleId) {
        try {
            Files.writeString(folder.resolve("example"), articleId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path kept(String name, Supplier<String> first) {
        Path file = folder.resolve(name);
        try {
            if (Files.notExists(file)) {
                PrivateFile.write(file, first.get());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}

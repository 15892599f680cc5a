package org.counterclaim.local;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A file that is there under its name once it is whole and on the disk, and readable by its owner only. */
final class NewFile implements AutoCloseable {

    private final Path file;
    private final Path unfinished;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final OutputStream out;

    private NewFile(Path file, Path unfinished) throws IOException {
        this.file = file;
        this.unfinished = unfinished;
        this.channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
        this.out = new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), digest);
    }

    static NewFile in(Path folder, String name) throws IOException {
        Path unfinished = folder.resolve(name + ".unfinished");
        Files.deleteIfExists(unfinished);
        return new NewFile(folder.resolve(name), PrivateFile.create(unfinished));
    }

    void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /** Gives it its name. */
    void keep() throws IOException {
        out.flush();
        channel.force(true);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.toAbsolutePath().getParent());
    }

    /** SHA-256 of what was kept. */
    byte[] digest() {
        return digest.digest();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(unfinished);
    }

    /** Puts the names in a folder on the disk, where the file system lets one do that. */
    static void force(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException notOnThisSystem) {
            // the name is there when the system has written it
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

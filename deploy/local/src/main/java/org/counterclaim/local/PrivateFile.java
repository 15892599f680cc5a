package org.counterclaim.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner reads, where the file system knows owners. */
final class PrivateFile {

    private PrivateFile() {}

    /** Writes a file that is not there yet; it is never readable by others, and whole or not there should this be killed. */
    static void write(Path file, String text) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        Files.writeString(create(half), text);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** An empty one, which is not there yet. */
    static Path create(Path file) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }
}

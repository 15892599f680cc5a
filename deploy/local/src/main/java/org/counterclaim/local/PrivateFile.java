package org.counterclaim.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner reads, where the file system knows owners. */
final class PrivateFile {

    private PrivateFile() {}

    /** Writes a file that is not there yet; it is never readable by others, not even while it is empty. */
    static void write(Path file, String text) throws IOException {
        Path own = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
        Files.writeString(own, text);
    }
}

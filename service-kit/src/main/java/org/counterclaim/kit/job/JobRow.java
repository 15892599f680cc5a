package org.counterclaim.kit.job;

import com.github.f4b6a3.ulid.Ulid;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * One row of a job.
 *
 * @param number from 1
 * @param ulid the end of an id for something that is made of this row, the same however often it is tried
 * @param text the row as it came, null if it could not be read
 * @param fault why not, null if it could
 */
public record JobRow(int number, String ulid, String text, String fault) {

    /** The end of an id for what has this name, the same for everyone who makes it: so nobody makes two. */
    public static String ulidOf(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return Ulid.from(Arrays.copyOf(digest, Ulid.ULID_BYTES)).toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

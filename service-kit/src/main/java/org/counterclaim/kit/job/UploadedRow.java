package org.counterclaim.kit.job;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * One row as it came.
 *
 * @param text the row, null if it cannot be read
 * @param fault why not, null if it can
 */
public record UploadedRow(String text, String fault) {

    /** A row that is good enough to be worked off. */
    public static UploadedRow of(String text) {
        return new UploadedRow(text, null);
    }

    static UploadedRow of(ByteBuffer bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return new UploadedRow(text.startsWith("\uFEFF") ? text.substring(1) : text, null);
        } catch (CharacterCodingException e) {
            return new UploadedRow(null, "The row is no text in UTF-8.");
        }
    }

    static UploadedRow tooLong(int limit) {
        return new UploadedRow(null, "A row may have " + limit + " bytes.");
    }

    int length() {
        return text == null ? 0 : text.length();
    }
}

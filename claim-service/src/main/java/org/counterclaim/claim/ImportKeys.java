package org.counterclaim.claim;

import com.github.f4b6a3.ulid.Ulid;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** What things that come in again and again are known by. */
public final class ImportKeys {

    /** 128 bits, in hexadecimal, tell all claims apart. */
    private static final int LENGTH = 32;

    private ImportKeys() {}

    /** A claim's words, however they are spaced, and who made it. The language is not part of it: mostly nobody says it. */
    public static String claim(String text, String author) {
        return key(plain(text), author == null ? "" : plain(author));
    }

    /** A page, and which of the reviews on it. */
    public static String review(String url, String claimKey, int occurrence) {
        return key(url, claimKey, String.valueOf(occurrence));
    }

    /** The key of anything else. */
    public static String key(String... parts) {
        try {
            String all =
                    Arrays.stream(parts).map(part -> part.length() + ":" + part).collect(Collectors.joining());
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The end of an id for what is known by a key. */
    static String ulid(String key) {
        return Ulid.from(HexFormat.of().parseHex(key)).toString();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }
}

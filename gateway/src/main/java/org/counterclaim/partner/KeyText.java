package org.counterclaim.partner;

import com.github.f4b6a3.ulid.Ulid;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as its owner has it: {@code cc_live_} or {@code cc_sandbox_}, the end of its id, 128 random bits, and a checksum
 * (CRC-32), by which a mistyped key is refused without asking anybody and a scanner for leaked secrets knows one.
 */
public final class KeyText {

    private static final String ULID = "[0-7][0-9A-HJKMNP-TV-Z]{25}";
    private static final Pattern FORM =
            Pattern.compile("(cc_(?:live|sandbox)_(" + ULID + ")_" + ULID + ")([0-9a-f]{8})");
    private static final int LONGEST = 80;

    private final String keyId;
    private final String text;

    private KeyText(String keyId, String text) {
        this.keyId = keyId;
        this.text = text;
    }

    /** A new key. */
    static KeyText random(String keyId, boolean sandbox, SecureRandom random) {
        Ulid secret = new Ulid(random.nextLong(), random.nextLong());
        String start = (sandbox ? "cc_sandbox_" : "cc_live_") + keyId.substring("key_".length()) + "_" + secret;
        return new KeyText(keyId, start + checksum(start));
    }

    /** The key that a request came with; empty if it is none that we could have made. */
    public static Optional<KeyText> parse(String text) {
        Matcher form = FORM.matcher(text);
        return text.length() <= LONGEST
                        && form.matches()
                        && checksum(form.group(1)).equals(form.group(3))
                ? Optional.of(new KeyText("key_" + form.group(2), text))
                : Optional.empty();
    }

    public String keyId() {
        return keyId;
    }

    /** The whole of it: for its owner, once, and for the hash. */
    String secret() {
        return text;
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** The key itself must not get into a log. */
    @Override
    public String toString() {
        return keyId;
    }
}

package org.counterclaim.kit.page;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Cursors that a client can keep but neither make nor read: where a list stopped, bound to the query it belongs to, sealed with
 * AES-GCM, because the last thing looked at may be one that the reader must not know of. Replicas of a service need the same
 * {@code counterclaim.cursor.key}; without one it lives as long as the process.
 */
@Singleton
public class Cursors {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int QUERY = 8;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Cursors(@ConfigProperty(name = "counterclaim.cursor.key") Optional<String> key) {
        this.key = new SecretKeySpec(key.map(Cursors::digest).orElseGet(() -> random.generateSeed(32)), 0, 32, "AES");
    }

    /**
     * A cursor.
     *
     * @param position where the list stopped
     * @param query what was asked: filters and order
     */
    public String write(String position, String query) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] plain = ByteBuffer.allocate(QUERY + text.length)
                .put(digest(query), 0, QUERY)
                .put(text)
                .array();
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain);
        byte[] cursor = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * The position in a cursor.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 {@code malformed} if it is none of ours,
     *     {@code cursor-mismatch} if it belongs to another query
     */
    public String read(String cursor, String query) {
        byte[] plain = open(cursor);
        if (!Arrays.equals(plain, 0, QUERY, digest(query), 0, QUERY)) {
            throw Problem.CURSOR_MISMATCH.because("Use a cursor with the filters and the order that it came with.");
        }
        return new String(plain, QUERY, plain.length - QUERY, StandardCharsets.UTF_8);
    }

    private byte[] open(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length > NONCE + QUERY + TAG_BITS / 8) {
                return crypt(
                        Cipher.DECRYPT_MODE,
                        Arrays.copyOf(bytes, NONCE),
                        Arrays.copyOfRange(bytes, NONCE, bytes.length));
            }
        } catch (IllegalArgumentException neitherBase64NorSealedByUs) {
            // the same answer as for one that is too short
        }
        throw QueryParameters.invalid("cursor", "This is no cursor of this service.");
    }

    /** @throws IllegalArgumentException if what is to be opened was not sealed with this key */
    private byte[] crypt(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

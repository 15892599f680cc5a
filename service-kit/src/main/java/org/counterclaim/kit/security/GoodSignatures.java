package org.counterclaim.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Signatures that were found good: a caller shows the same token with each request, and to verify it is much of what a small request
 * costs. One is good for as long as its issuer has the key that it was verified with. Held is the digest of a token, which opens
 * nothing.
 */
final class GoodSignatures {

    private static final int HELD = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final VerificationKeyResolver keys;
    private final Cache<ByteBuffer, Key> found = Caffeine.newBuilder()
            .maximumSize(HELD)
            .expireAfterWrite(KEPT)
            .executor(Runnable::run)
            .build();

    /** @param keys those of the issuer */
    GoodSignatures(VerificationKeyResolver keys) {
        this.keys = keys;
    }

    /** Whether it was found good with what is its issuer's key now. */
    boolean has(JwtContext token) {
        Key before = found.getIfPresent(digest(token));
        return before != null && before.equals(keyNow(token));
    }

    /** Keeps that one is good, which has been verified. A token within a token has two, and is verified each time. */
    void keep(JwtContext token) {
        if (token.getJoseObjects().size() == 1) {
            found.put(digest(token), signature(token).getKey());
        }
    }

    /** Null if there is none, of which whoever verifies the token says more. */
    private Key keyNow(JwtContext token) {
        try {
            return keys.resolveKey(signature(token), List.of());
        } catch (UnresolvableKeyException e) {
            return null;
        }
    }

    private static JsonWebSignature signature(JwtContext token) {
        return (JsonWebSignature) token.getJoseObjects().get(0);
    }

    private static ByteBuffer digest(JwtContext token) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(token.getJwt().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

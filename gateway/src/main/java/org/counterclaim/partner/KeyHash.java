package org.counterclaim.partner;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What is stored in place of a key: its HMAC-SHA256 under a secret that the database does not have, so that who reads or writes
 * the tables can neither learn a key nor make one. A key has 128 random bits, so nothing slow is needed.
 */
@Singleton
public class KeyHash {

    private static final Logger LOG = Logger.getLogger(KeyHash.class);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec pepper;

    KeyHash(@ConfigProperty(name = "counterclaim.key-pepper") Optional<String> pepper) {
        if (pepper.isEmpty()) {
            LOG.warn("COUNTERCLAIM_KEY_PEPPER is not set: API keys made now are good until this process ends");
        }
        byte[] secret = pepper.map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> new SecureRandom().generateSeed(32));
        this.pepper = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Whether this is the key that was hashed. Takes as long for a key that differs early as for one that differs late. */
    public boolean matches(KeyText key, byte[] hash) {
        return MessageDigest.isEqual(of(key), hash);
    }

    byte[] of(KeyText key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            return mac.doFinal(key.secret().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}

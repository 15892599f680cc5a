package org.counterclaim.admission;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The keys that this gateway signs with: a private JWK set (RFC 7517) in a file, which is read again every minute. The first one
 * signs, all are published; so to rotate, put a new one second, a little later first, and drop the old one when the services'
 * caches have forgotten it. Every replica has the same file.
 */
@Singleton
class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();

    private final Optional<Path> file;
    private volatile Loaded loaded;

    SigningKeys(@ConfigProperty(name = "counterclaim.signing-keys") Optional<Path> file) {
        this.file = file;
        this.loaded = load();
    }

    /** The key that signs now. */
    EllipticCurveJsonWebKey current() {
        return keys().get(0);
    }

    /** The public halves of all, as JSON. */
    String published() {
        List<JsonWebKey> all = List.copyOf(keys());
        return new JsonWebKeySet(all).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private List<EllipticCurveJsonWebKey> keys() {
        Loaded now = loaded;
        if (file.isPresent() && System.nanoTime() - now.at > KEPT_NANOS) {
            now = reload(now);
            loaded = now;
        }
        return now.keys;
    }

    /** A file that is being written, or was written wrongly, does not take away the keys that there are. */
    private Loaded reload(Loaded before) {
        try {
            return load();
        } catch (RuntimeException e) {
            LOG.errorf(e, "The signing keys in %s cannot be read; those from before go on", file.get());
            return new Loaded(before.keys, System.nanoTime());
        }
    }

    private Loaded load() {
        return new Loaded(file.map(SigningKeys::read).orElseGet(SigningKeys::ofThisProcess), System.nanoTime());
    }

    private static List<EllipticCurveJsonWebKey> read(Path file) {
        try {
            List<EllipticCurveJsonWebKey> keys = new JsonWebKeySet(Files.readString(file))
                    .getJsonWebKeys().stream()
                            .map(EllipticCurveJsonWebKey.class::cast)
                            .toList();
            if (keys.isEmpty()
                    || keys.stream().anyMatch(key -> key.getPrivateKey() == null || key.getKeyId() == null)) {
                throw new IllegalArgumentException("Each key of " + file + " must be a private EC key with a kid");
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException | ClassCastException e) {
            throw new IllegalArgumentException(file + " must be a JWK set of EC keys", e);
        }
    }

    private static List<EllipticCurveJsonWebKey> ofThisProcess() {
        LOG.warn("COUNTERCLAIM_SIGNING_KEYS is not set: a key of this process alone signs");
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("process-" + ProcessHandle.current().pid());
            return List.of(key);
        } catch (JoseException e) {
            throw new IllegalStateException("Every JDK has P-256", e);
        }
    }

    private record Loaded(List<EllipticCurveJsonWebKey> keys, long at) {}
}

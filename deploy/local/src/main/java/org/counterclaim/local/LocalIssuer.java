package org.counterclaim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Issues bearer tokens (RFC 7519, ES256) where no OIDC issuer is at hand: on one machine and in tests. The key pair stays in a
 * folder, so that a token outlives a restart. {@link IssuerServer} puts it on the network.
 */
public final class LocalIssuer {

    /** {@code iss} of every token. */
    public static final String ISSUER = "https://issuer.counterclaim.local";

    /** {@code aud} of every token. */
    public static final String AUDIENCE = "counterclaim";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private volatile EllipticCurveJsonWebKey key;

    private LocalIssuer(Path folder, EllipticCurveJsonWebKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** The issuer whose key pair is in this folder; it is made if there is none. */
    public static LocalIssuer in(Path folder) {
        try {
            Files.createDirectories(folder);
            Path pair = pair(folder);
            if (Files.notExists(pair)) {
                PrivateFile.write(pair, newKey().toJson(OutputControlLevel.INCLUDE_PRIVATE));
            }
            return new LocalIssuer(folder, (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(pair)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("The key in " + folder + " cannot be read", e);
        }
    }

    /** Takes a new key pair in the place of the one it has: no token of that one is good from now on. */
    public void rotate() {
        EllipticCurveJsonWebKey next = newKey();
        try {
            Files.delete(pair(folder));
            PrivateFile.write(pair(folder), next.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        key = next;
    }

    /** The public keys (a JWKS, RFC 7517): what services verify tokens with. */
    public String publicKeys() {
        return new JsonWebKeySet(List.of(key)).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** What the services of this machine prove with that they are the ones who ask for a token. */
    public String clientSecret() {
        Path file = folder.resolve("issuer-client-secret");
        try {
            if (Files.notExists(file)) {
                byte[] secret = new byte[32];
                RANDOM.nextBytes(secret);
                PrivateFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A token.
     *
     * @param subject who it is for
     * @param roles roles of the subject
     * @param validFor how long from now; negative for one that has expired
     */
    public String token(String subject, Set<String> roles, Duration validFor) {
        JwtClaims claims = claims(subject, roles, validFor);
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        return sign(claims);
    }

    /** A token with claims as they are, to see what services refuse. */
    public String sign(JwtClaims claims) {
        return sign(claims, Map.of("typ", "JWT"));
    }

    /**
     * A token with claims and headers as they are.
     *
     * @param headers what stands in its header beside or instead of algorithm and key
     */
    public String sign(JwtClaims claims, Map<String, String> headers) {
        EllipticCurveJsonWebKey signer = key;
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(signer.getKeyId());
        headers.forEach(jws::setHeader);
        jws.setKey(signer.getPrivateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JwtClaims claims(String subject, Set<String> roles, Duration validFor) {
        NumericDate now = NumericDate.now();
        NumericDate end = NumericDate.fromSeconds(now.getValue() + validFor.toSeconds());
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setStringClaim("upn", subject);
        claims.setStringListClaim("groups", List.copyOf(roles));
        claims.setIssuedAt(end.isBefore(now) ? NumericDate.fromSeconds(end.getValue() - 60) : now);
        claims.setExpirationTime(end);
        claims.setGeneratedJwtId();
        return claims;
    }

    private static EllipticCurveJsonWebKey newKey() {
        try {
            EllipticCurveJsonWebKey made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            made.setKeyId(made.calculateBase64urlEncodedThumbprint("SHA-256"));
            return made;
        } catch (JoseException e) {
            throw new IllegalStateException("Every JDK has the curve P-256", e);
        }
    }

    private static Path pair(Path folder) {
        return folder.resolve("issuer-key.json");
    }
}

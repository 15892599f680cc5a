package org.counterclaim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * folder, so that a token outlives a restart.
 */
public final class LocalIssuer {

    /** {@code iss} of every token. */
    public static final String ISSUER = "https://issuer.counterclaim.local";

    /** {@code aud} of every token. */
    public static final String AUDIENCE = "counterclaim";

    private final EllipticCurveJsonWebKey key;
    private final Path publicKeys;

    private LocalIssuer(EllipticCurveJsonWebKey key, Path publicKeys) {
        this.key = key;
        this.publicKeys = publicKeys;
    }

    /** The issuer whose key pair is in this folder; it is made if there is none. */
    public static LocalIssuer in(Path folder) {
        Path pair = folder.resolve("issuer-key.json");
        Path jwks = folder.resolve("issuer-jwks.json");
        try {
            Files.createDirectories(folder);
            if (Files.notExists(pair)) {
                EllipticCurveJsonWebKey made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
                made.setKeyId("local");
                PrivateFile.write(pair, made.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            }
            EllipticCurveJsonWebKey key = (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(pair));
            Files.writeString(jwks, new JsonWebKeySet(List.of(key)).toJson(OutputControlLevel.PUBLIC_ONLY));
            return new LocalIssuer(key, jwks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("The key in " + pair + " cannot be read", e);
        }
    }

    /** File with the public keys (a JWKS, RFC 7517): what services verify tokens with. */
    public Path publicKeys() {
        return publicKeys;
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
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setHeader("typ", "JWT");
        jws.setKey(key.getPrivateKey());
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
}

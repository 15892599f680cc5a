package org.counterclaim.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.counterclaim.partner.KnownKey;
import org.counterclaim.partner.Scope;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Exchanges an API key for a token of this gateway (RFC 9068), which only the services see. A token is good for 60 s and used
 * for half of that: to sign one takes longer than most requests.
 */
@Singleton
class Exchange {

    private static final int LIFE_SECONDS = 60;

    private final SigningKeys keys;
    private final String issuer;
    private final Cache<String, String> tokens = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(LIFE_SECONDS / 2))
            .executor(Runnable::run)
            .build();

    Exchange(SigningKeys keys, @ConfigProperty(name = "counterclaim.trust.gateway.issuer") String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    String tokenFor(KnownKey key) {
        return tokens.get(key.id(), id -> sign(key));
    }

    private String sign(KnownKey key) {
        EllipticCurveJsonWebKey signing = keys.current();
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims(key).toJson());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setKeyIdHeaderValue(signing.getKeyId());
        token.setHeader("typ", "at+jwt");
        token.setKey(signing.getPrivateKey());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private JwtClaims claims(KnownKey key) {
        NumericDate now = NumericDate.now();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience("counterclaim");
        claims.setSubject(key.partnerId());
        claims.setStringClaim("client_id", key.id());
        claims.setStringClaim("scope", Scope.join(key.effectiveScopes()));
        claims.setGeneratedJwtId();
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + LIFE_SECONDS));
        return claims;
    }
}

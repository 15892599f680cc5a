package org.counterclaim.kit.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.Key;
import org.counterclaim.kit.fixture.Tokens;
import org.counterclaim.local.LocalIssuer;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which tokens need not be verified again. */
class GoodSignaturesTest {

    @TempDir
    Path temp;

    private final GoodSignatures good = new GoodSignatures((token, within) -> keyNow());
    private LocalIssuer issuer;
    private Key keyNow;

    @BeforeEach
    void open() throws Exception {
        issuer = LocalIssuer.in(temp.resolve("one"));
        keyNow = key(issuer);
    }

    @Test
    void oneThatWasVerifiedIsKnownAgain() throws Exception {
        String token = issuer.sign(Tokens.reporterClaims());
        assertFalse(good.has(verified(token)));
        good.keep(verified(token));
        assertTrue(good.has(verified(token)));
    }

    @Test
    void anotherTokenIsNotKnownWhateverItSaysOrHowItIsSigned() throws Exception {
        JwtClaims claims = Tokens.reporterClaims();
        String token = issuer.sign(claims);
        good.keep(verified(token));
        // each signature of these keys is another one
        assertFalse(good.has(verified(issuer.sign(claims))));
        claims.setSubject("another");
        String changed = issuer.sign(claims);
        String[] part = token.split("\\.");
        assertFalse(good.has(read(part[0] + "." + changed.split("\\.")[1] + "." + part[2])));
        assertFalse(good.has(read(part[0] + "." + part[1] + "." + changed.split("\\.")[2])));
    }

    @Test
    void oneIsKnownForAsLongAsItsKeyIsTheIssuers() throws Exception {
        String token = issuer.sign(Tokens.reporterClaims());
        good.keep(verified(token));
        JwtContext shown = verified(token);
        keyNow = key(LocalIssuer.in(temp.resolve("another")));
        assertFalse(good.has(shown));
        keyNow = null;
        assertFalse(good.has(shown));
        keyNow = key(issuer);
        assertTrue(good.has(shown));
    }

    private Key keyNow() throws UnresolvableKeyException {
        if (keyNow == null) {
            throw new UnresolvableKeyException("It is gone");
        }
        return keyNow;
    }

    private static Key key(LocalIssuer issuer) throws Exception {
        return new JsonWebKeySet(issuer.publicKeys()).getJsonWebKeys().get(0).getKey();
    }

    private JwtContext verified(String token) throws Exception {
        return new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setVerificationKey(key(issuer))
                .build()
                .process(token);
    }

    private static JwtContext read(String token) throws Exception {
        return new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setDisableRequireSignature()
                .setSkipSignatureVerification()
                .build()
                .process(token);
    }
}

package org.counterclaim.local;

import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;

/** Key pairs for the gateway to sign with: a JWK set (RFC 7517) with one pair on P-256. */
final class SigningKeys {

    private SigningKeys() {}

    /** A new set, private keys and all. */
    static String made() {
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(pair.calculateBase64urlEncodedThumbprint(HashUtil.SHA_256));
            pair.setUse("sig");
            pair.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return new JsonWebKeySet(List.of(pair)).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException("Every JDK has P-256", e);
        }
    }
}

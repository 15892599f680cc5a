package org.counterclaim.kit.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** One issuer: what its tokens must be, and what is believed of them. */
final class TrustedIssuer {

    private static final int SKEW_SECONDS = 60;

    private final Trust.Issuer issuer;
    private final Map<String, String> roleOfScope;
    private final GoodSignatures good;
    private final JwtConsumer verify;

    /** The same but for the signature. */
    private final JwtConsumer verifyAgain;

    /** @param roleOfScope which role a scope stands for in this service */
    TrustedIssuer(Trust.Issuer issuer, Map<String, String> roleOfScope) {
        this.issuer = issuer;
        this.roleOfScope = roleOfScope;
        VerificationKeyResolver keys = IssuerKeys.at(issuer.jwks());
        this.good = new GoodSignatures(keys);
        this.verify = verifier(issuer).setVerificationKeyResolver(keys).build();
        this.verifyAgain = verifier(issuer).setSkipSignatureVerification().build();
    }

    /** @throws InvalidJwtException if it is not a good token of this issuer, for this audience, at this time */
    TrustedToken verify(JwtContext token) throws InvalidJwtException {
        if (good.has(token)) {
            verifyAgain.processContext(token);
        } else {
            verify.processContext(token);
            good.keep(token);
        }
        JwtClaims claims = token.getJwtClaims();
        return new TrustedToken(token.getJwt(), claims, roles(claims), credential(claims));
    }

    /** Of an issuer of people roles are believed, of the gateway scopes: neither can say what is the other's to say. */
    private Set<String> roles(JwtClaims claims) {
        return switch (issuer.grants()) {
            case ROLES -> texts(at(claims)).collect(Collectors.toSet());
            case SCOPES ->
                texts(claims.getClaimValue("scope"))
                        .flatMap(scopes -> Arrays.stream(scopes.split(" ")))
                        .map(roleOfScope::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        };
    }

    /** The key of a partner, which outlives its tokens; of anybody else the token. */
    private String credential(JwtClaims claims) {
        String claim = issuer.grants() == Trust.Grants.SCOPES ? "client_id" : "jti";
        return claims.getClaimValue(claim) instanceof String id ? id : null;
    }

    private Object at(JwtClaims claims) {
        Object value = claims.getClaimsMap();
        for (String step : issuer.rolesClaim().split("/")) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return value;
    }

    private static Stream<String> texts(Object value) {
        Collection<?> values = value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
        return values.stream().filter(String.class::isInstance).map(String.class::cast);
    }

    private static JwtConsumerBuilder verifier(Trust.Issuer issuer) {
        JwtConsumerBuilder builder = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, issuer.algorithms().toArray(String[]::new)))
                .setExpectedIssuer(issuer.issuer())
                .setExpectedAudience(issuer.audience())
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS);
        if (issuer.grants() == Trust.Grants.SCOPES) {
            builder.setExpectedType(true, "at+jwt");
        }
        return builder;
    }
}

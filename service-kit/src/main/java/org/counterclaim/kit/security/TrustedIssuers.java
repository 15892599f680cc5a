package org.counterclaim.kit.security;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies bearer tokens of every issuer that this service trusts, where the framework knows one. It may ask an issuer for its
 * keys and wait for the answer, so it is called on threads that may wait (blocking authentication).
 */
@ApplicationScoped
@Alternative
@Priority(1)
class TrustedIssuers extends JWTCallerPrincipalFactory {

    /** Believes nothing; tells which issuer is the one to ask. */
    private final JwtConsumer read = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    private final Map<String, TrustedIssuer> byIssuer;

    /**
     * @param trust fails if two have the same name in their tokens
     * @param reporterScope the scope that stands for a reporter in this service, if any does
     */
    TrustedIssuers(Trust trust, @ConfigProperty(name = "counterclaim.reporter-scope") Optional<String> reporterScope) {
        Map<String, String> roleOfScope = new HashMap<>(Scopes.ROLES);
        reporterScope.ifPresent(scope -> roleOfScope.put(scope, Caller.REPORTER));
        this.byIssuer = trust.issuers().values().stream()
                .collect(Collectors.toMap(Trust.Issuer::issuer, issuer -> new TrustedIssuer(issuer, roleOfScope)));
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        try {
            JwtContext context = read.process(token);
            TrustedIssuer issuer =
                    byIssuer.get(String.valueOf(context.getJwtClaims().getIssuer()));
            if (issuer == null) {
                throw new ParseException("The issuer is not trusted");
            }
            return issuer.verify(context);
        } catch (InvalidJwtException e) {
            throw cannotAsk(e) ? new KeysUnreachable(e) : new ParseException("The token is not good", e);
        } catch (MalformedClaimException e) {
            throw new ParseException("The issuer is no text", e);
        }
    }

    /** A key that cannot be found has a cause where it could not be looked for. */
    private static boolean cannotAsk(InvalidJwtException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof UnresolvableKeyException && cause.getCause() != null);
    }
}

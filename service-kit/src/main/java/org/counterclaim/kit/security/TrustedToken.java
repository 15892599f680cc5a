package org.counterclaim.kit.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;

/** A caller whom a trusted issuer vouches for. */
final class TrustedToken extends DefaultJWTCallerPrincipal {

    private final Set<String> roles;
    private final String credential;

    /**
     * @param roles what the issuer may say of the caller, and says
     * @param credential id of what the caller has shown; null if it has none
     */
    TrustedToken(String token, JwtClaims claims, Set<String> roles, String credential) {
        super(token, claims);
        this.roles = Set.copyOf(roles);
        this.credential = credential;
    }

    @Override
    public Set<String> getGroups() {
        return roles;
    }

    String credential() {
        return credential;
    }
}

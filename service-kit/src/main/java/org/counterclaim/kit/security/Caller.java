package org.counterclaim.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.security.Principal;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who asks.
 *
 * @param name subject of the token; empty for an anonymous reader
 * @param credential id of what the caller has proved it with: the API key, or else the token; null if that has none
 * @param roles every role the caller has, those that a higher one includes too
 */
public record Caller(String name, String credential, Set<String> roles) {

    /** Attribute of an identity that no token proves: the id of what does. */
    public static final String CREDENTIAL = "credential";

    public static final String REPORTER = "reporter";
    public static final String EDITOR = "editor";
    public static final String ADMIN = "admin";
    public static final String SERVICE = "service";

    /** The caller that the token proves. */
    public static Caller of(SecurityIdentity identity) {
        Principal principal = identity.getPrincipal();
        String credential =
                principal instanceof TrustedToken token ? token.credential() : identity.getAttribute(CREDENTIAL);
        return new Caller(identity.isAnonymous() ? "" : subject(principal), credential, identity.getRoles());
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Whether the caller sees what is not public: everyone who works on it, and the other services. */
    public boolean seesDrafts() {
        return has(REPORTER) || has(SERVICE);
    }

    /** The subject, not the user name: an issuer may give a name to somebody else later. */
    private static String subject(Principal principal) {
        return principal instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : principal.getName();
    }
}

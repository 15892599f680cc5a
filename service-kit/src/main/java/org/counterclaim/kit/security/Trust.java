package org.counterclaim.kit.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;

/** Whose tokens this service believes, and in what. */
@ConfigMapping(prefix = "counterclaim.trust")
interface Trust {

    /** The issuers under names that only the configuration uses. */
    @WithParentName
    Map<String, Issuer> issuers();

    /** Somebody who vouches for callers. */
    interface Issuer {

        /** The {@code iss} of its tokens. */
        String issuer();

        /** Address of its public keys (a JWKS, RFC 7517). */
        String jwks();

        /** One of the {@code aud} that its tokens must have. */
        @WithDefault("counterclaim")
        String audience();

        /** The only algorithms (RFC 7518) that its signatures may have. */
        @WithDefault("ES256,RS256,PS256")
        List<String> algorithms();

        /** What is believed of it: roles of people and services, or scopes of partners' keys. */
        @WithDefault("roles")
        Grants grants();

        /** Where the roles stand in a token: a claim, or a path to it with slashes, like {@code realm_access/roles}. */
        @WithDefault("groups")
        String rolesClaim();
    }

    /** What an issuer may say of a caller. */
    enum Grants {
        ROLES,
        SCOPES
    }
}

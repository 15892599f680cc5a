package org.counterclaim.kit.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** An editor can do what a reporter can, an admin what an editor can. */
@ApplicationScoped
class IncludedRoles implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(include(identity));
    }

    private static SecurityIdentity include(SecurityIdentity identity) {
        if (identity.hasRole(Caller.ADMIN)) {
            return with(identity, Set.of(Caller.EDITOR, Caller.REPORTER));
        }
        return identity.hasRole(Caller.EDITOR) ? with(identity, Set.of(Caller.REPORTER)) : identity;
    }

    private static SecurityIdentity with(SecurityIdentity identity, Set<String> roles) {
        return QuarkusSecurityIdentity.builder(identity).addRoles(roles).build();
    }
}

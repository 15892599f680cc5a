package org.counterclaim.admission;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.partner.KnownKey;
import org.counterclaim.partner.Scope;

/** Tells the gateway's own resources who has come in by an API key: they see him as the services do by his token. */
@Singleton
class ApiKeyMechanism implements HttpAuthenticationMechanism {

    private static final int BEFORE_TOKENS = DEFAULT_PRIORITY + 1;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager providers) {
        KnownKey key = Admission.keyOf(exchange);
        return key == null ? Uni.createFrom().nullItem() : Uni.createFrom().item(() -> identity(key));
    }

    private static SecurityIdentity identity(KnownKey key) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(key.partnerId()))
                .addAttribute(Caller.CREDENTIAL, key.id());
        if (key.effectiveScopes().contains(Scope.ADMIN)) {
            identity.addRole(Caller.ADMIN);
        }
        return identity.build();
    }

    /** What a caller lacks is said by the mechanism for tokens. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public int getPriority() {
        return BEFORE_TOKENS;
    }
}

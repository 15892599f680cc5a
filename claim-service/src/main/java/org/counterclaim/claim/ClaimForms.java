package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import org.counterclaim.kit.http.Negotiation;
import org.counterclaim.kit.http.Representation;
import org.jboss.resteasy.reactive.RestResponse;

/** Everything that a claim can be written in. */
@ApplicationScoped
class ClaimForms {

    private static final MediaType JSON_LD = MediaType.valueOf(ClaimJsonLd.TYPE);

    private final ClaimJsonLd jsonLd;
    private final RoutingContext exchange;

    ClaimForms(ClaimJsonLd jsonLd, RoutingContext exchange) {
        this.jsonLd = jsonLd;
        this.exchange = exchange;
    }

    /** The claim in what the reader likes best, or 304 if he has it already. */
    Uni<RestResponse<Object>> answer(ClaimsForReaders.Seen claim, String ifNoneMatch) {
        MediaType type = Negotiation.settled(exchange);
        return type.equals(JSON_LD)
                ? jsonLd.claim(claim).map(form -> answer(form, ifNoneMatch, type))
                : Uni.createFrom().item(answer(ClaimsForReaders.representation(claim), ifNoneMatch, type));
    }

    private static RestResponse<Object> answer(Representation<?> form, String ifNoneMatch, MediaType type) {
        return new Representation<Object>(form.view(), form.tag(), form.lastModified()).unless(ifNoneMatch, type);
    }
}

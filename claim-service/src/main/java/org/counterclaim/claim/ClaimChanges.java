package org.counterclaim.claim;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.ChangeFeed;
import org.counterclaim.kit.store.ChangePage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What happens to claims, parties, evidence and the claims of stories, for whoever follows them. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "claims")
class ClaimChanges {

    private final ChangeFeed feed;
    private final SecurityIdentity identity;

    ClaimChanges(ChangeFeed feed, SecurityIdentity identity) {
        this.feed = feed;
        this.identity = identity;
    }

    @GET
    @Path("/changes")
    @Operation(
            operationId = "followClaims",
            summary = "Follow the changes of claims, parties and evidence",
            description =
                    "In order, without a gap, from the beginning or from `cursor`; `cursor=head` begins now. `waitMs` (0 to 8000) waits for news. Readers get what enters, changes in or leaves the public view, the role service gets everything. `behind` says that there may be more than was told yet. An item of type `story` says that a story's claims are seen by others now, or stand in another text.")
    public Uni<RestResponse<ChangePage>> follow(@BeanParam Paging paging, @RestQuery String waitMs) {
        return feed.page(paging, waitMs, Caller.of(identity).has(Caller.SERVICE))
                .map(page -> ResponseBuilder.ok(page)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}

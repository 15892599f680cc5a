package org.counterclaim.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.bson.Document;
import org.counterclaim.kit.http.MergePatch;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Listing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Evidence, for the newsroom. Readers get it with the claims that it is brought forward for. */
@Path("/v1/evidence")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.REPORTER)
@Tag(name = "evidence", description = "What positions rest on.")
class EvidenceResource {

    private final EvidenceItems items;
    private final CreateEvidence create;
    private final ReviseEvidence revise;
    private final SecurityIdentity identity;

    EvidenceResource(EvidenceItems items, CreateEvidence create, ReviseEvidence revise, SecurityIdentity identity) {
        this.items = items;
        this.create = create;
        this.revise = revise;
        this.identity = identity;
    }

    @GET
    @Operation(
            operationId = "listEvidence",
            summary = "List items of evidence",
            description = "The latest changed first.")
    public Uni<RestResponse<Page<EvidenceView>>> list(
            @BeanParam Paging paging, @RestHeader("If-None-Match") String ifNoneMatch, UriInfo request) {
        return items.page(new Listing(new Document(), "", "updatedAt", true), paging)
                .map(page -> page.map(EvidenceView::of).answer(request, ifNoneMatch));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getEvidence", summary = "Read an item of evidence", description = "As it is known now.")
    @APIResponseSchema(value = EvidenceView.class, responseDescription = "The item of evidence.")
    public Uni<RestResponse<EvidenceView>> get(@RestPath String id, @RestHeader("If-None-Match") String ifNoneMatch) {
        return items.get(id)
                .map(evidence -> EvidenceView.representation(evidence).unless(ifNoneMatch));
    }

    @POST
    @Operation(
            operationId = "createEvidence",
            summary = "Create an item of evidence",
            description = "Its quotes are compared with the articles that they are from.")
    @APIResponseSchema(value = EvidenceView.class, responseCode = "201", responseDescription = "Created, see Location.")
    public Uni<RestResponse<EvidenceView>> create(@BeanParam Once once, @NotNull @Valid EvidenceContent content) {
        return create.from(content, Caller.of(identity), once)
                .map(evidence ->
                        EvidenceView.representation(evidence).created(URI.create("/v1/evidence/" + evidence.id())));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.TYPE)
    @Operation(
            operationId = "patchEvidence",
            summary = "Change some members of an item of evidence",
            description =
                    "A merge patch (RFC 7396): null takes a member away, a list is replaced as a whole. What follows for claims that rest on it, such as their flags, follows within a moment.")
    @APIResponseSchema(value = EvidenceView.class, responseDescription = "The next revision.")
    public Uni<RestResponse<EvidenceView>> patch(
            @RestPath String id,
            @RestHeader("If-Match") String ifMatch,
            @NotNull
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EvidenceContent.class)))
                    JsonNode patch) {
        return revise.patch(id, ifMatch, patch, Caller.of(identity))
                .map(evidence -> EvidenceView.representation(evidence).ok());
    }
}

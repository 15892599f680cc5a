package org.counterclaim.partner;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.counterclaim.database.Database;
import org.counterclaim.database.Once;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Partners, for admins. */
@Path("/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.ADMIN)
@Tag(name = "partners", description = "Who comes in by API keys, and on what terms.")
class PartnerResource {

    private final Database database;
    private final Partners partners;
    private final KeepPartner keep;
    private final Listings listings;
    private final Audit audit;

    PartnerResource(Database database, Partners partners, KeepPartner keep, Listings listings, Audit audit) {
        this.database = database;
        this.partners = partners;
        this.keep = keep;
        this.listings = listings;
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "listPartners",
            summary = "List partners",
            description = "The latest registered first, those that have ended too.")
    public Uni<RestResponse<Page<PartnerView>>> list(@BeanParam Paging paging, UriInfo request) {
        return listings.page(paging, "partners", partners::after, partner -> partner.id)
                .map(page -> page.map(PartnerView::of).answer(request));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPartner", summary = "Read a partner", description = "As it is now.")
    @APIResponseSchema(value = PartnerView.class, responseDescription = "The partner.")
    public Uni<RestResponse<PartnerView>> get(
            @RestPath String id, @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return database.read(() -> partners.get(id).map(PartnerView::of))
                .map(partner -> partner.representation().unless(ifNoneMatch));
    }

    @POST
    @Operation(
            operationId = "createPartner",
            summary = "Register a partner",
            description = "It comes in when it has an API key.")
    @APIResponseSchema(value = PartnerView.class, responseCode = "201", responseDescription = "Created, see Location.")
    @APIResponse(responseCode = "409", description = "There is another partner of this name.")
    public Uni<RestResponse<PartnerView>> create(@BeanParam Once once, @NotNull @Valid PartnerContent content) {
        return keep.register(content, once)
                .map(partner -> partner.representation().created(URI.create("/v1/partners/" + partner.id())));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "replacePartner",
            summary = "Change a partner",
            description = "Another plan holds within 5 s, on every replica.")
    @APIResponseSchema(value = PartnerView.class, responseDescription = "Changed.")
    @APIResponse(responseCode = "409", description = "There is another partner of this name.")
    @APIResponse(responseCode = "410", description = "The partner has ended.")
    public Uni<RestResponse<PartnerView>> replace(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid PartnerContent content) {
        return keep.change(id, ifMatch, content)
                .map(partner -> partner.representation().ok());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "endPartner",
            summary = "End a partner",
            description = "It and what it did stay on record; its keys are revoked.")
    @APIResponse(responseCode = "204", description = "Ended.")
    @APIResponse(responseCode = "410", description = "It had ended before.")
    public Uni<RestResponse<Void>> end(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        return keep.end(id, ifMatch).replaceWith(RestResponse::noContent);
    }

    @GET
    @Path("/{id}/audit-events")
    @Operation(
            operationId = "listAuditEvents",
            summary = "Who did what about a partner",
            description = "The latest first, each with the credential by which it was done.")
    public Uni<RestResponse<Page<AuditEventView>>> events(
            @RestPath String id, @BeanParam Paging paging, UriInfo request) {
        return database.read(() -> partners.get(id))
                .chain(partner -> listings.page(
                        paging, "audit " + id, (after, limit) -> audit.of(id, after, limit), event -> event.id))
                .map(page -> page.map(AuditEventView::of).answer(request));
    }
}

package org.counterclaim.partner;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.counterclaim.database.Database;
import org.counterclaim.database.Once;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** API keys, for admins. A key never changes but once, when it is revoked: so none of this wants an If-Match. */
@Path("/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.ADMIN)
@Tag(name = "partners")
class ApiKeyResource {

    private final Database database;
    private final ApiKeys keys;
    private final KeepApiKey keep;
    private final Listings listings;

    ApiKeyResource(Database database, ApiKeys keys, KeepApiKey keep, Listings listings) {
        this.database = database;
        this.keys = keys;
        this.keep = keep;
        this.listings = listings;
    }

    @GET
    @Operation(
            operationId = "listApiKeys",
            summary = "List API keys",
            description = "The latest issued first, those that are good no more too.")
    public Uni<RestResponse<Page<ApiKeyView>>> list(
            @RestQuery @Parameter(description = "Those of one partner.") String partnerId,
            @BeanParam Paging paging,
            UriInfo request) {
        return listings.page(
                        paging,
                        "api-keys " + partnerId,
                        (after, limit) -> keys.after(after, partnerId, limit),
                        key -> key.id)
                .map(page -> page.map(ApiKeyView::of).answer(request));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getApiKey", summary = "Read an API key", description = "All but the key itself.")
    @APIResponseSchema(value = ApiKeyView.class, responseDescription = "The key.")
    public Uni<RestResponse<ApiKeyView>> get(@RestPath String id) {
        return database.read(() -> keys.get(id).map(ApiKeyView::of)).map(RestResponse::ok);
    }

    @POST
    @Operation(
            operationId = "createApiKey",
            summary = "Issue an API key",
            description =
                    "The answer has the key; nobody can read it again, not even a repetition of the request. "
                            + "A partner has two live keys at most, and two of the sandbox, so that one can take the other's place.")
    @APIResponseSchema(value = ApiKeyView.class, responseCode = "201", responseDescription = "Issued, see Location.")
    @APIResponse(responseCode = "409", description = "The partner has two live keys of this kind.")
    public Uni<RestResponse<ApiKeyView>> create(@BeanParam Once once, @NotNull @Valid ApiKeyRequest request) {
        return keep.issue(request, once)
                .map(key -> ResponseBuilder.create(RestResponse.Status.CREATED, key)
                        .header(HttpHeaders.LOCATION, "/v1/api-keys/" + key.id())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke an API key",
            description = "It opens nothing any more within 5 s, on every replica. Revoking it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Revoked.")
    public Uni<RestResponse<Void>> revoke(@RestPath String id) {
        return keep.revoke(id).replaceWith(RestResponse::noContent);
    }
}

package org.counterclaim.admission;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What is left to whoever asks. */
@Path("/v1/me/quota")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "partners")
class QuotaResource {

    @GET
    @Operation(
            operationId = "getQuota",
            summary = "What is left to me",
            description =
                    "Of the plan of the API key, of the token's subject, or of the address for those who come with "
                            + "neither. The question counts as a request. Each answer has the same in its `RateLimit` header.")
    @APIResponseSchema(value = Quota.class, responseDescription = "What is left, on the replica that was asked.")
    public RestResponse<Quota> get(@Context RoutingContext request) {
        return ResponseBuilder.ok(Limiter.left(request))
                .header("Cache-Control", "no-store")
                .build();
    }
}

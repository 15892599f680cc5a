package org.counterclaim.admission;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The keys that services check this gateway's tokens with. */
@Path("/.well-known/jwks.json")
@Produces(JwksResource.JWK_SET)
@Tag(name = "contracts")
class JwksResource {

    static final String JWK_SET = "application/jwk-set+json";

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Operation(
            operationId = "getSigningKeys",
            summary = "Read the gateway's public keys",
            description = "A JWK set (RFC 7517): services check with it the tokens that API keys are exchanged for.")
    @APIResponse(
            responseCode = "200",
            description = "The keys.",
            content = @Content(mediaType = JWK_SET, schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<String> get() {
        return ResponseBuilder.ok(keys.published())
                .header("Cache-Control", "public, max-age=60")
                .build();
    }
}

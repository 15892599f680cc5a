package org.counterclaim.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Each service's own contract, as it has committed it. The whole one stands at {@code /v1/openapi}. */
@Path("/v1/openapi/{service}")
@Produces(SpecResource.YAML)
@Tag(name = "contracts", description = "What these interfaces are.")
class SpecResource {

    static final String YAML = "application/yaml";

    private static final int TAG_BYTES = 12;

    @GET
    @Operation(
            operationId = "getServiceContract",
            summary = "Read a service's contract",
            description = "OpenAPI of `article-service` or of `claim-service` alone.")
    @APIResponse(
            responseCode = "200",
            description = "OpenAPI.",
            content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<byte[]> get(
            @RestPath String service, @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        byte[] spec = ServiceSpec.named(service)
                .flatMap(ServiceSpec::bytes)
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no contract of a service of this name."));
        String tag = tag(spec);
        ResponseBuilder<byte[]> answer = Preconditions.notModified(ifNoneMatch, tag)
                ? ResponseBuilder.create(Status.NOT_MODIFIED)
                : ResponseBuilder.ok(spec);
        return answer.header(HttpHeaders.ETAG, tag).build();
    }

    private static String tag(byte[] spec) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(spec);
            return "\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

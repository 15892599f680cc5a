package org.counterclaim.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where to begin. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contracts")
class StartResource {

    private static final Start START = new Start(List.of(
            new Link("service-desc", "/v1/openapi", "What these interfaces are, as OpenAPI"),
            new Link("service-doc", "/docs", "The same for people"),
            new Link("stories", "/v1/stories", "Stories and what is disputed in them")));

    @GET
    @Operation(
            operationId = "getStart",
            summary = "Where to begin",
            description = "Links to what these interfaces offer.")
    public RestResponse<Start> get() {
        return RestResponse.ok(START);
    }

    /** Links to what is there. */
    record Start(@Schema(required = true) List<Link> links) {}

    /**
     * A link.
     *
     * @param rel its relation (RFC 8631 has the first two)
     */
    record Link(
            @Schema(required = true) String rel,
            @Schema(required = true) String href,
            @Schema(required = true) String title) {}
}

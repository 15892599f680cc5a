package org.counterclaim.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where to begin. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contracts")
class StartResource {

    private static final List<Link> LINKS = List.of(
            new Link("service-desc", "/v1/openapi", "What these interfaces are, as OpenAPI"),
            new Link("service-doc", "/docs", "The same for people"),
            new Link("stories", "/v1/stories", "Stories and what is disputed in them"));

    private final Start start;

    /** @param version of the build that runs, which Quarkus takes from the pom */
    StartResource(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.start = new Start(version, LINKS);
    }

    @GET
    @Operation(
            operationId = "getStart",
            summary = "Where to begin",
            description = "Links to what these interfaces offer, and the version that runs.")
    public RestResponse<Start> get() {
        return RestResponse.ok(start);
    }

    /**
     * Links to what is there.
     *
     * @param version of the gateway; that of its interfaces is their contract's
     */
    record Start(
            @Schema(required = true) String version,
            @Schema(required = true) List<Link> links) {}

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

package org.counterclaim.claim;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.relation.ClaimGraph;
import org.counterclaim.relation.ClaimGraph.Edge;
import org.counterclaim.relation.Relation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How claims stand to each other. */
@Path("/v1/claims/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "relations", description = "How claims stand to each other.")
class RelationResource {

    private static final int FURTHEST = 3;
    private static final String TYPES =
            "`contradicts` and `restates` are the same from both ends; `supports`, `undercuts`, `refines`, `qualifies`, `answers` and `caused_by` go out from the claim.";

    private final ClaimsForReaders readers;
    private final RelateClaims relate;
    private final ReadGraph graph;

    RelationResource(ClaimsForReaders readers, RelateClaims relate, ReadGraph graph) {
        this.readers = readers;
        this.relate = relate;
        this.graph = graph;
    }

    @GET
    @Path("/relations/{type}/{targetId}")
    @Operation(operationId = "getRelation", summary = "Read a relation", description = TYPES)
    @APIResponseSchema(value = Edge.class, responseDescription = "The claim stands in this relation to the other one.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    public Uni<RestResponse<Edge>> get(
            @RestPath String id,
            @RestPath String type,
            @RestPath String targetId,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        Relation relation = new Relation(Relation.Type.of(type), targetId);
        return readers.get(id)
                .chain(source ->
                        other(targetId).map(target -> representation(source.whole(), target.whole(), relation)))
                .map(representation -> representation.unless(ifNoneMatch));
    }

    @PUT
    @Path("/relations/{type}/{targetId}")
    @RolesAllowed(Caller.REPORTER)
    @Operation(
            operationId = "putRelation",
            summary = "Put a claim into a relation to another one",
            description =
                    TYPES + " What is there already stays. No circle of claims that refine each other can be made.")
    @APIResponse(responseCode = "204", description = "It is there; the ETag is the claim's.")
    @APIResponse(responseCode = "422", description = "The claim is published: `changeType` and `reason` are missing.")
    @APIResponse(
            responseCode = "409",
            description =
                    "It would close a circle (`cycle`), or the other claim was merged, or the claim is not written.")
    public Uni<RestResponse<Void>> put(@BeanParam Edit edit, @RestPath String type, @RestPath String targetId) {
        Relation relation = new Relation(Relation.Type.of(type), targetId);
        return relate.put(edit.by(readers.caller()), relation).map(RelationResource::done);
    }

    @DELETE
    @Path("/relations/{type}/{targetId}")
    @RolesAllowed(Caller.REPORTER)
    @Operation(
            operationId = "removeRelation",
            summary = "Take a claim out of a relation",
            description = "From either end, if it is the same from both.")
    @APIResponse(responseCode = "204", description = "It is gone; the ETag is the claim's.")
    @APIResponse(responseCode = "422", description = "The claim is published: `changeType` and `reason` are missing.")
    @APIResponse(responseCode = "409", description = "The claim that the relation stands in is not written.")
    public Uni<RestResponse<Void>> remove(@BeanParam Edit edit, @RestPath String type, @RestPath String targetId) {
        Relation relation = new Relation(Relation.Type.of(type), targetId);
        return relate.remove(edit.by(readers.caller()), relation).map(RelationResource::done);
    }

    @GET
    @Path("/graph")
    @Operation(
            operationId = "getClaimGraph",
            summary = "What stands around a claim",
            description =
                    "Relations in both directions, up to `depth` claims away; claims that were merged are the one that they were merged into. At most 200 claims.")
    @APIResponseSchema(value = ClaimGraph.class, responseDescription = "The graph.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    @APIResponse(responseCode = "410", description = "The claim was public and is not any more.")
    @APIResponse(responseCode = "451", description = "The claim was removed by a legal order.")
    public Uni<RestResponse<ClaimGraph>> graph(
            @RestPath String id,
            @RestQuery
                    @Parameter(
                            description = "How far to go.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "3",
                                            defaultValue = "1"))
                    String depth,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        return graph.around(id, QueryParameters.number("depth", depth, 1, FURTHEST, 1))
                .map(representation -> representation.unless(ifNoneMatch));
    }

    /** What is not seen is not there, whatever the reason. */
    private Uni<ClaimsForReaders.Seen> other(String id) {
        return readers.get(id)
                .onFailure(failure -> failure instanceof Superseded
                        || failure instanceof HttpProblem problem && problem.getStatusCode() < 500)
                .transform(failure -> Editorial.hidden());
    }

    /** Both claims have a say in it; a write is checked against the one that it goes out from. */
    private static Representation<Edge> representation(Claim source, Claim target, Relation relation) {
        if (!source.relations().contains(relation) && !RelateClaims.isInverseIn(target, relation, source.id())) {
            throw Problem.NOT_FOUND.because("The claim stands in no such relation.");
        }
        return new Representation<>(
                new Edge(source.id(), relation.type(), target.id()),
                Preconditions.tag(source.revision(), List.of(target.id() + ":" + target.revision())),
                source.updatedAt().isAfter(target.updatedAt()) ? source.updatedAt() : target.updatedAt());
    }

    private static RestResponse<Void> done(Claim claim) {
        return ResponseBuilder.<Void>create(RestResponse.Status.NO_CONTENT)
                .header(HttpHeaders.ETAG, Preconditions.tag(claim.revision()))
                .build();
    }
}

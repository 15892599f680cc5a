package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.counterclaim.appearance.Anchor;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.search.FoundPage;
import org.counterclaim.linked.SchemaClaim;
import org.counterclaim.position.Position;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading claims. Anonymous readers see published claims, with their places in stories that are public at that moment. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "claims", description = "Assertions, with every position taken on them.")
class ClaimResource {

    private final FindClaims find;
    private final ClaimsForReaders readers;
    private final ClaimForms forms;

    ClaimResource(FindClaims find, ClaimsForReaders readers, ClaimForms forms) {
        this.find = find;
        this.readers = readers;
        this.forms = forms;
    }

    @GET
    @Operation(
            operationId = "listClaims",
            summary = "List claims",
            description =
                    "By keyset; each page names the next. A page can have fewer items than its limit where claims are not public. With `q` they are searched, with `facets` counted.")
    public Uni<RestResponse<FoundPage<ClaimView>>> list(
            @BeanParam ClaimQuery query,
            @BeanParam Paging paging,
            @RestHeader("If-None-Match") String ifNoneMatch,
            UriInfo request) {
        return find.by(query, paging, readers.caller())
                .map(found -> FoundPage.answer(
                        found.page().map(ClaimView::of), found.facets(), request, ClaimView::version, ifNoneMatch));
    }

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, ClaimJsonLd.TYPE})
    @Operation(
            operationId = "getClaim",
            summary = "Read a claim",
            description =
                    "As it stands, or as it stood at a `revision`, or at a moment (`asOf`, RFC 3339). Readers get those revisions that were published, also of a claim that was merged since.")
    @APIResponse(
            responseCode = "200",
            description = "The claim, in the form that Accept asks for.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ClaimView.class)),
                @Content(mediaType = ClaimJsonLd.TYPE, schema = @Schema(implementation = SchemaClaim.class))
            })
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    public Uni<RestResponse<Object>> get(
            @RestPath String id,
            @RestQuery String revision,
            @RestQuery String asOf,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        return find(id, QueryParameters.revision("revision", revision), QueryParameters.moment("asOf", asOf))
                .chain(claim -> forms.answer(claim, ifNoneMatch));
    }

    @GET
    @Path("/{id}/positions")
    @Operation(
            operationId = "listPositions",
            summary = "Who says what of a claim",
            description = "Every position that was ever taken, in the order in which they were written down.")
    @APIResponseSchema(value = Positions.class, responseDescription = "The positions.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    public Uni<RestResponse<Positions>> positions(
            @RestPath String id, @RestHeader("If-None-Match") String ifNoneMatch) {
        return readers.part(id, ifNoneMatch, claim -> new Positions(claim.positions()));
    }

    @GET
    @Path("/{id}/positions/{positionId}")
    @Operation(operationId = "getPosition", summary = "Read a position", description = "As the party took it.")
    @APIResponseSchema(value = Position.class, responseDescription = "The position.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    public Uni<RestResponse<Position>> position(
            @RestPath String id, @RestPath String positionId, @RestHeader("If-None-Match") String ifNoneMatch) {
        return readers.part(
                id,
                ifNoneMatch,
                claim -> claim.position(positionId)
                        .orElseThrow(() -> Problem.NOT_FOUND.because("The claim has no position of this id.")));
    }

    @GET
    @Path("/{id}/appearances")
    @Operation(
            operationId = "listAppearances",
            summary = "Where a claim appears",
            description =
                    "With its anchors: where a quote stands in the latest text of its article, if that is not where it was quoted from. Readers get the places in stories that are public.")
    @APIResponseSchema(value = Appearances.class, responseDescription = "The places.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    public Uni<RestResponse<Appearances>> appearances(
            @RestPath String id, @RestHeader("If-None-Match") String ifNoneMatch) {
        return readers.part(
                id,
                ifNoneMatch,
                claim -> new Appearances(claim.appearances(), claim.findings().anchors()));
    }

    @GET
    @Path("/{id}/appearances/{appearanceId}")
    @Operation(
            operationId = "getAppearance",
            summary = "Read a place where a claim appears",
            description = "Of the claim itself, or of a position on it.")
    @APIResponseSchema(value = Appearance.class, responseDescription = "The place.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    public Uni<RestResponse<Appearance>> appearance(
            @RestPath String id, @RestPath String appearanceId, @RestHeader("If-None-Match") String ifNoneMatch) {
        return readers.part(
                id,
                ifNoneMatch,
                claim -> claim.appearance(appearanceId)
                        .orElseThrow(() -> Problem.NOT_FOUND.because("The claim has no place of this id.")));
    }

    private Uni<ClaimsForReaders.Seen> find(String id, Integer revision, Instant asOf) {
        if (revision != null && asOf != null) {
            throw QueryParameters.invalid("asOf", "Either a revision or a moment.");
        }
        if (asOf != null) {
            return readers.getAsOf(id, asOf);
        }
        return revision == null ? readers.get(id) : readers.getRevision(id, revision);
    }

    /** All positions on one claim. */
    record Positions(@Schema(required = true) List<Position> items) {}

    /**
     * All places of one claim.
     *
     * @param anchors where quotes, of the claim or of positions, stand by now that do not stand where they were quoted from
     */
    record Appearances(
            @Schema(required = true) List<Appearance> items,
            @Schema(required = true) List<Anchor> anchors) {}
}

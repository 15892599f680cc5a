package org.counterclaim.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterclaim.kit.http.Negotiation;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.linked.DataFeed;
import org.counterclaim.party.Parties;
import org.counterclaim.party.Party;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** Taking everything along. */
@Path("/v1/claims/exports")
@RolesAllowed(Caller.EDITOR)
@Tag(name = "bulk", description = "Many claims and reviews at once.")
class ClaimExports {

    private static final String NDJSON = "application/x-ndjson";
    private static final int AT_ONCE = 50;

    private final Claims claims;
    private final Parties parties;
    private final ObjectMapper json;

    ClaimExports(Claims claims, Parties parties, ObjectMapper json) {
        this.claims = claims;
        this.parties = parties;
        this.json = json;
    }

    @GET
    @Produces(NDJSON)
    @Operation(
            operationId = "exportClaims",
            summary = "All claims",
            description =
                    "Those of every editorial status that were not removed or merged, in the order of their ids, at"
                            + " the pace of the reader: whole, one in each line; or, by Accept, as a DataFeed of"
                            + " schema.org with each review as a ClaimReview and each claim without one as a Claim, which"
                            + " an import reads. A stream that breaks off is not whole; its reader begins again.")
    @APIResponse(
            responseCode = "200",
            description = "The claims as they stand, in the form that Accept asks for.",
            content = {
                @Content(mediaType = NDJSON, schema = @Schema(implementation = ClaimView.class)),
                @Content(mediaType = ClaimJsonLd.TYPE, schema = @Schema(implementation = DataFeed.class))
            })
    public RestMulti<byte[]> lines(@Context RoutingContext exchange) {
        return inPieces(exchange, kept().map(claim -> write(ClaimView.of(claim))));
    }

    @GET
    @Produces(ClaimJsonLd.TYPE)
    @Operation(hidden = true)
    public RestMulti<byte[]> feed(@Context RoutingContext exchange) {
        Multi<String> items = kept().group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(this::items)
                .onItem()
                .disjoint();
        return inPieces(
                exchange,
                Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().item(DataFeed.BEGIN),
                                separated(items),
                                Multi.createFrom().item(DataFeed.END)));
    }

    /** As they are: the framework would write texts as JSON strings in a list, and takes what nobody offers for the first form. */
    private static RestMulti<byte[]> inPieces(RoutingContext exchange, Multi<String> text) {
        Negotiation.require(exchange, NDJSON, ClaimJsonLd.TYPE);
        return RestMulti.fromMultiData(text.map(piece -> piece.getBytes(StandardCharsets.UTF_8)))
                .encodeAsJsonArray(false)
                .build();
    }

    private Multi<Claim> kept() {
        return claims.stream(ClaimFilters.isKept());
    }

    private Uni<List<String>> items(List<Claim> some) {
        List<String> ids = some.stream()
                .flatMap(claim -> ClaimJsonLd.partyIds(claim).stream())
                .distinct()
                .toList();
        return parties.all(ids)
                .map(found -> found.stream().collect(Collectors.toMap(Party::id, Function.identity())))
                .map(known -> items(some, known));
    }

    private List<String> items(List<Claim> some, Map<String, Party> known) {
        return some.stream()
                .flatMap(claim -> ClaimJsonLd.elements(claim, known).stream())
                .map(element -> write(DataFeed.Item.of(element)))
                .toList();
    }

    private static Multi<String> separated(Multi<String> items) {
        return items.onItem()
                .scan(() -> "", (before, item) -> (before.isEmpty() ? "\n" : ",\n") + item)
                .skip()
                .first();
    }

    private String write(Object item) {
        try {
            return json.writeValueAsString(item);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

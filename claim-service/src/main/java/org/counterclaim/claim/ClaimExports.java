package org.counterclaim.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.evidence.Evidence;
import org.counterclaim.evidence.EvidenceItems;
import org.counterclaim.kit.http.Negotiation;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.linked.DataFeed;
import org.counterclaim.party.Parties;
import org.counterclaim.party.Party;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;

/** Taking everything along. */
@Path("/v1/claims/exports")
@RolesAllowed(Caller.EDITOR)
@Tag(name = "bulk", description = "Many claims and reviews at once.")
class ClaimExports {

    private static final int AT_ONCE = 50;

    private final Claims claims;
    private final EvidenceItems evidence;
    private final Parties parties;
    private final ObjectMapper json;

    ClaimExports(Claims claims, EvidenceItems evidence, Parties parties, ObjectMapper json) {
        this.claims = claims;
        this.evidence = evidence;
        this.parties = parties;
        this.json = json;
    }

    @GET
    @Operation(
            operationId = "exportClaims",
            summary = "All claims",
            description =
                    "Those of every editorial status that were not removed or merged, in the order of their ids, at"
                            + " the pace of the reader: one in each line, whole and with the parties and the evidence that"
                            + " it names; or as a DataFeed of schema.org with each review as a ClaimReview and each claim"
                            + " without one as a Claim. An import reads both. A stream that breaks off is not whole; its reader begins again.")
    @APIResponse(
            responseCode = "200",
            description = "The claims as they stand, in the form that `format`, or else Accept, asks for.",
            content = {
                @Content(mediaType = ExportForm.LINES, schema = @Schema(implementation = ClaimLine.class)),
                @Content(mediaType = ClaimJsonLd.TYPE, schema = @Schema(implementation = DataFeed.class))
            })
    @APIResponse(
            responseCode = "406",
            description = "No form fits the Accept header, or not the one that `format` names.")
    public RestMulti<byte[]> export(
            @RestQuery
                    @Parameter(
                            description =
                                    "The form: `ndjson`, one claim in each line, or `claimreview`, a DataFeed of schema.org. Without it Accept says which.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"ndjson", "claimreview"}))
                    String format,
            @Context RoutingContext exchange) {
        ExportForm form = best(ExportForm.offered(format), exchange);
        return RestMulti.fromMultiData(written(form).map(piece -> piece.getBytes(StandardCharsets.UTF_8)))
                // as they are: the framework would write texts as JSON strings in a list
                .encodeAsJsonArray(false)
                .header(HttpHeaders.CONTENT_TYPE, form.type())
                .build();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 406 if the reader takes none of them */
    private static ExportForm best(List<ExportForm> offered, RoutingContext exchange) {
        MediaType best = Negotiation.best(
                exchange, offered.stream().map(ExportForm::type).toList());
        return offered.stream().filter(form -> form.is(best)).findFirst().orElseThrow();
    }

    private Multi<String> written(ExportForm form) {
        Multi<String> items = kept().group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(form == ExportForm.NDJSON ? this::lines : this::items)
                .onItem()
                .disjoint();
        return form == ExportForm.NDJSON
                ? items
                : Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().item(DataFeed.BEGIN),
                                separated(items),
                                Multi.createFrom().item(DataFeed.END));
    }

    private Multi<Claim> kept() {
        return claims.stream(ClaimFilters.isKept());
    }

    private Uni<List<String>> lines(List<Claim> some) {
        Set<String> ids =
                some.stream().flatMap(claim -> claim.evidenceIds().stream()).collect(Collectors.toSet());
        return evidence.all(ids)
                .chain(items -> known(some.stream().flatMap(claim -> ClaimLine.partyIds(claim, items)))
                        .map(known -> lines(some, byId(items, Evidence::id), known)));
    }

    private List<String> lines(List<Claim> some, Map<String, Evidence> items, Map<String, Party> known) {
        return some.stream()
                .map(claim -> write(ClaimLine.of(claim, items, known)))
                .toList();
    }

    private Uni<List<String>> items(List<Claim> some) {
        return known(some.stream().flatMap(claim -> ClaimJsonLd.partyIds(claim).stream()))
                .map(known -> items(some, known));
    }

    private List<String> items(List<Claim> some, Map<String, Party> known) {
        return some.stream()
                .flatMap(claim -> ClaimJsonLd.elements(claim, known).stream())
                .map(element -> write(DataFeed.Item.of(element)))
                .toList();
    }

    private Uni<Map<String, Party>> known(Stream<String> ids) {
        return parties.all(ids.distinct().toList()).map(found -> byId(found, Party::id));
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static Multi<String> separated(Multi<String> items) {
        return items.onItem()
                .scan(() -> "", (before, item) -> (before.isEmpty() ? "" : ",") + item)
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

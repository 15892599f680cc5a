package org.counterclaim.story;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.page.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** One search for everything that there is. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search", description = "One search for everything that there is.")
class SearchResource {

    private final Search search;

    SearchResource(Search search) {
        this.search = search;
    }

    @GET
    @Operation(
            operationId = "search",
            summary = "Search stories and claims",
            description =
                    "What has all these words, each kind in a list of its own, the latest changed first, with counts by facet. "
                            + "If a service cannot be asked, its list is missing and `completeness` says why.")
    @APIResponse(
            responseCode = "200",
            description = "What was found.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "SearchResults")))
    @APIResponse(responseCode = "403", description = "Parties are for reporters alone.")
    @APIResponse(responseCode = "504", description = "No service that is needed did answer in time.")
    public Uni<RestResponse<byte[]>> find(
            @Parameter(
                            description =
                                    "Words and `\"phrases\"`, `-word` for what is not to be there; of parties a name.",
                            required = true)
                    @RestQuery
                    String q,
            @Parameter(
                            description =
                                    "`story`, `claim`, `party`, with commas between; the first two without it. Parties are for reporters.")
                    @RestQuery
                    String type,
            @Parameter(description = "Only what is in this language (BCP 47).") @RestQuery String language,
            @BeanParam Paging paging,
            @Parameter(description = Preference.WORDS, schema = @Schema(implementation = String.class))
                    @RestHeader(Preference.HEADER)
                    List<String> prefer,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context RoutingContext reader) {
        Set<SearchType> types = SearchType.of(type);
        if (q == null || q.isBlank()) {
            throw QueryParameters.invalid("q", "Say what to search for.");
        }
        if (paging.cursor() != null && types.size() > 1) {
            throw QueryParameters.invalid("cursor", "Name the one type that it goes on with.");
        }
        RawQuery words = new RawQuery(null).with("q", q).with("language", language);
        return search.find(types, words, paging, reader).map(found -> found.answer(Preference.of(prefer), ifNoneMatch));
    }
}

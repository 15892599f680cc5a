package org.counterclaim.party;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.http.MergePatch;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Listing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Parties, for the newsroom. Readers get them with the claims that they speak in. */
@Path("/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.REPORTER)
@Tag(name = "parties", description = "Who asserts and who denies.")
class PartyResource {

    private final Parties parties;
    private final ReviseParty revise;
    private final SecurityIdentity identity;
    private final Clock clock;

    PartyResource(Parties parties, ReviseParty revise, SecurityIdentity identity, Clock clock) {
        this.parties = parties;
        this.revise = revise;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listParties", summary = "List parties", description = "The latest changed first.")
    public Uni<RestResponse<Page<PartyView>>> list(
            @RestQuery
                    @Parameter(
                            description =
                                    "Only those that are called so, by their name or another one, in large or small letters, with or without accents.")
                    String name,
            @BeanParam Paging paging,
            @RestHeader("If-None-Match") String ifNoneMatch,
            UriInfo request) {
        Bson called = name == null ? new Document() : PartyNames.called(name);
        return parties.page(new Listing(called, called.toBsonDocument().toJson(), "updatedAt", true), paging)
                .map(page -> page.map(PartyView::of).answer(request, ifNoneMatch));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getParty", summary = "Read a party", description = "As it is known now.")
    @APIResponseSchema(value = PartyView.class, responseDescription = "The party.")
    public Uni<RestResponse<PartyView>> get(@RestPath String id, @RestHeader("If-None-Match") String ifNoneMatch) {
        return parties.get(id).map(party -> PartyView.representation(party).unless(ifNoneMatch));
    }

    @POST
    @Operation(operationId = "createParty", summary = "Create a party", description = "Two parties may share a name.")
    @APIResponseSchema(value = PartyView.class, responseCode = "201", responseDescription = "Created, see Location.")
    public Uni<RestResponse<PartyView>> create(@BeanParam Once once, @NotNull @Valid PartyContent content) {
        Change change = Change.ofContent(Caller.of(identity), null, null);
        return once.make(
                        Party.PREFIX,
                        id -> parties.insert(Party.first(id, content, clock.instant()), change),
                        parties::created)
                .map(party -> PartyView.representation(party).created(URI.create("/v1/parties/" + party.id())));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.TYPE)
    @Operation(
            operationId = "patchParty",
            summary = "Change some members of a party",
            description =
                    "A merge patch (RFC 7396): null takes a member away, a list is replaced as a whole. Positions keep the side that the party spoke for when it took them.")
    @APIResponseSchema(value = PartyView.class, responseDescription = "The next revision.")
    public Uni<RestResponse<PartyView>> patch(
            @RestPath String id,
            @RestHeader("If-Match") String ifMatch,
            @NotNull
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = PartyContent.class)))
                    JsonNode patch) {
        return revise.patch(id, ifMatch, patch, Caller.of(identity))
                .map(party -> PartyView.representation(party).ok());
    }
}

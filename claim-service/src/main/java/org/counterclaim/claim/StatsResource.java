package org.counterclaim.claim;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** How many claims there are of which kind. */
@Path("/v1/claims/stats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "claims")
class StatsResource {

    private final CountClaims count;
    private final SecurityIdentity identity;

    StatsResource(CountClaims count, SecurityIdentity identity) {
        this.count = count;
        this.identity = identity;
    }

    @GET
    @Operation(
            operationId = "countClaims",
            summary = "Count claims by what they have in common",
            description =
                    "Those that the caller may see: readers the public ones. The 10,000 that were changed last are counted; `complete` says whether that is all.")
    @APIResponseSchema(value = ClaimStats.class, responseDescription = "The numbers.")
    public Uni<RestResponse<ClaimStats>> stats(
            @RestQuery
                    @Parameter(
                            description =
                                    "What to group by, one or more with commas between: `disputeStatus`, `party` (each that takes a position), `day` (on which the claim was written down, UTC).",
                            example = "disputeStatus,day")
                    String groupBy,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        return count.by(by(groupBy), Caller.of(identity))
                .map(stats -> Representation.of(stats).unless(ifNoneMatch));
    }

    private static Set<ClaimStats.By> by(String words) {
        Set<ClaimStats.By> by = EnumSet.noneOf(ClaimStats.By.class);
        for (String word : (words == null ? "" : words).split(",", -1)) {
            by.add(Arrays.stream(ClaimStats.By.values())
                    .filter(one -> one.parameter().equals(word))
                    .findFirst()
                    .orElseThrow(() -> QueryParameters.invalid("groupBy", "One or more of " + all() + ".")));
        }
        return by;
    }

    private static String all() {
        return Arrays.stream(ClaimStats.By.values())
                .map(ClaimStats.By::parameter)
                .collect(Collectors.joining(", "));
    }
}

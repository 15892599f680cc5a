package org.counterclaim.claim;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.counterclaim.kit.json.LanguageTag;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.likeness.Likeness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether somebody has written down already what a text says. */
@Path("/v1/claims:match")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "claims", description = "Assertions, with every position taken on them.")
class MatchResource {

    private final FindSimilar similar;
    private final SecurityIdentity identity;

    MatchResource(FindSimilar similar, SecurityIdentity identity) {
        this.similar = similar;
        this.identity = identity;
    }

    @POST
    @Operation(
            operationId = "matchClaims",
            summary = "Claims that say what a text says",
            description = "As claims that say much the same as another claim; nothing is stored.")
    public Uni<SimilarResource.SimilarClaims> match(@NotNull @Valid Text text) {
        String language = text.language == null ? "und" : text.language;
        return similar.to(new Subject(null, text.text, language, Set.of()), Likeness.SIMILAR, Caller.of(identity))
                .map(SimilarResource.SimilarClaims::new);
    }

    /**
     * A text that may be a claim.
     *
     * @param language BCP 47; without it the text is compared with claims whose language is not known either
     */
    @Schema(name = "ClaimText")
    record Text(
            @NotBlank @Size(max = 10_000) @Schema(required = true)
            String text,

            @LanguageTag @Schema(example = "en") String language) {}
}

package org.counterclaim.partner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an admin asks for.
 *
 * @param partnerId whose key it is
 * @param name what it is for, to tell it from the partner's other one
 * @param sandbox whether it only ever sees what is public and writes nothing, whatever its scopes
 * @param expiresAt within two years; a year from now if absent
 */
@Schema(name = "ApiKeyRequest")
record ApiKeyRequest(
        @NotBlank @Size(max = 50) @Schema(required = true) String partnerId,
        @NotBlank @Size(max = 200) @Schema(required = true) String name,
        @Schema(defaultValue = "false") Boolean sandbox,
        @NotEmpty @Schema(required = true) Set<@NotNull Scope> scopes,
        Instant expiresAt) {

    ApiKeyRequest {
        sandbox = sandbox != null && sandbox;
    }
}

package org.counterclaim.partner;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an admin says of a partner.
 *
 * @param plan name of the plan that limits it
 * @param contactEmail whom to tell of a key that is about to expire
 */
record PartnerContent(
        @NotBlank @Size(max = 200) @Schema(required = true) String name,

        @NotBlank @Size(max = 50) @Schema(required = true, example = "standard")
        String plan,

        @Email @Size(max = 254) String contactEmail) {

    /** In a word, for the record. */
    String described() {
        return name + ", plan " + plan;
    }
}

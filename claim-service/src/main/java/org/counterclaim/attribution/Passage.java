package org.counterclaim.attribution;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of a text.
 *
 * @param start first code point, from 0
 * @param end the one after the last
 * @param exact the words that stand there
 * @param prefix what stands before them, up to 32 code points
 * @param suffix what stands after them, likewise
 */
public record Passage(
        @Min(0) @Max(1_000_000) @Schema(required = true) int start,

        @Min(1) @Max(1_000_000) @Schema(required = true) int end,

        @NotNull @Size(min = 1) @Schema(required = true) String exact,

        @Schema(required = true) String prefix,
        @Schema(required = true) String suffix) {}

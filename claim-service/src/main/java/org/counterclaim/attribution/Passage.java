package org.counterclaim.attribution;

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
        @Schema(required = true) int start,
        @Schema(required = true) int end,
        @Schema(required = true) String exact,
        @Schema(required = true) String prefix,
        @Schema(required = true) String suffix) {}

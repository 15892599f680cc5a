package org.counterclaim.claim;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every kind of flag that a claim can have. */
@Schema(name = "ClaimFlagCode")
enum FlagCode {
    ANCHOR_FUZZY,
    ANCHOR_ORPHANED,
    COMPOUND_CLAIM,
    CONTEXT_NEEDS_CHECK,
    EDITORIAL_INSERTION_IN_QUOTE,
    EVIDENCE_NOT_PUBLIC,
    HEDGE_DRIFT,
    IMPLICIT_ATTRIBUTION,
    LOADED_WORD,
    MISSING_CLAIM_DATE,
    NEWSROOM_TAKES_POSITION,
    NO_RIGHT_OF_REPLY,
    OPINION_OR_ANALYSIS,
    PERSONAL_DATA,
    QUANTITY_COMPARATOR_DRIFT,
    SECOND_HAND,
    SIDE_CONTRADICTION,
    UNATTRIBUTED_ASSERTION,
    VAGUE_QUANTIFIER;

    /** The same word as on the wire. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

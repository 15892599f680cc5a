package org.counterclaim.review;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody should look at how a rating was read. */
@Schema(name = "RatingDoubt")
public enum Doubt {

    /** There is neither a label nor a number. */
    NO_RATING,

    /** No scale knows the label. */
    UNKNOWN_LABEL,

    /** Without its language the label may mean several things. */
    AMBIGUOUS_LABEL,

    /** The label is written in other letters, large or small, than its scale has it. */
    LABEL_CASE,

    /** There is a number alone, and nothing says what it is worth. */
    NUMBER_WITHOUT_SCALE,

    /** The number is beyond the best or the worst. */
    NUMBER_OUT_OF_RANGE,

    /** The number says something clearly different from the label. */
    NUMBER_AGAINST_LABEL
}

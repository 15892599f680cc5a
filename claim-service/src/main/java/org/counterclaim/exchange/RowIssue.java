package org.counterclaim.exchange;

/**
 * Something about a row that somebody should look at.
 *
 * @param code kind of thing
 * @param member which member of the row it is about
 * @param detail a sentence about this occurrence
 */
record RowIssue(Code code, String member, String detail) {

    /** Kinds of things. Those at the end keep a row from being kept. */
    enum Code {
        /** Nobody is said to have made the review. */
        AUTHOR_MISSING,
        /** An address that is none. */
        ADDRESS_BROKEN,
        /** A time without its zone, of which the day is kept. */
        DATE_FORM,
        /** A date in a form that says several things, or nothing. */
        DATE_UNREADABLE,
        /** A review without a text. */
        BODY_EMPTY,
        /** A word in the place of a text. */
        BODY_PLACEHOLDER,
        /** Who made the claim is named, and not said to be a person or an organization. */
        CLAIMANT_TYPE,
        /** A claim that is a text rather than a sentence. */
        CLAIM_LONG,
        LANGUAGE_UNREADABLE,
        NUMBER_UNREADABLE,
        /** A text that was longer than what is kept of it. */
        TEXT_CUT,
        /** Letters that were lost before they came here. */
        TEXT_DAMAGED,
        /** Another row before this one is a review on the same page. */
        SHARED_URL,
        /** The same row was there before. */
        REPEATED_ROW,
        NO_RATING,
        UNKNOWN_LABEL,
        AMBIGUOUS_LABEL,
        LABEL_CASE,
        NUMBER_WITHOUT_SCALE,
        NUMBER_OUT_OF_RANGE,
        NUMBER_AGAINST_LABEL,

        CLAIM_MISSING,
        CLAIM_TOO_LONG,
        URL_MISSING,
        NOT_READABLE,
        /** The claim stands where it is not written. */
        NOT_WRITTEN
    }
}

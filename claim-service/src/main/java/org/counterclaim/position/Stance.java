package org.counterclaim.position;

/** What a party does with a claim. */
public enum Stance {
    AFFIRMS,
    CONCEDES,
    DENIES,
    DENIES_IN_PART,
    REFRAMES,
    DOES_NOT_ALLEGE,
    ACKNOWLEDGES_UNKNOWN,
    DECLINES_TO_COMMENT,
    NOT_RECORDED,
    WITHDRAWS;

    /** Whether it upholds the claim. */
    public boolean holds() {
        return this == AFFIRMS || this == CONCEDES;
    }

    /** Silence is a fact about the party, and moves nothing. */
    public boolean isSilence() {
        return this == DECLINES_TO_COMMENT || this == NOT_RECORDED;
    }
}

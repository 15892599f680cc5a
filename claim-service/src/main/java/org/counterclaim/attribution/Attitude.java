package org.counterclaim.attribution;

/** What a speaker does with what is said. To not assert is not to deny, and neither is not to know. */
public enum Attitude {
    ASSERTS,
    DENIES,
    QUESTIONS,
    HEDGES,
    NO_KNOWLEDGE,
    DOES_NOT_ASSERT
}

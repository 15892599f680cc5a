package org.counterclaim.appearance;

/** How close to the speaker's words a text is. */
public enum QuotationType {
    DIRECT_QUOTE,
    INDIRECT_QUOTE,
    MIXED,
    NONE
}

package org.counterclaim.position;

/** Which part of a claim a position is about. */
public enum Aspect {
    WHOLE,
    EXISTENCE,
    SCALE,
    TIMING,
    AGENCY,
    KNOWLEDGE,
    MOTIVE,
    ATTRIBUTION,
    LEGALITY,
    CONSEQUENCE
}

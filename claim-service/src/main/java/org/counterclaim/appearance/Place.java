package org.counterclaim.appearance;

/**
 * A stretch of a section, in code points.
 *
 * @param context how much of what stood around the quote stands around it: 0, 1 for one side, 2 for both
 */
record Place(SectionLetters section, int start, int end, int context) {}

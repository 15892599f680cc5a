package org.counterclaim.attribution;

import java.util.List;

/**
 * What a text tells of who says what.
 *
 * @param readTo how many code points of it were read: not all if it is longer than any story
 */
public record Told(List<Attribution> attributions, List<Speaker> speakers, int readTo) {}

package org.counterclaim.lint;

import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;

/** One thing that a newsroom should look at. */
interface Rule {

    /** What it finds in a story, in the order of the text. */
    Stream<Flag> flags(Story story);
}

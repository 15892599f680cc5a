package org.counterclaim.appearance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How sure it is that a stretch of a newer text is what was quoted. */
@Schema(name = "AnchorState")
public enum AnchorState {

    /** The same words in the same section. */
    EXACT,

    /** The same words in another section, and nowhere else. */
    MOVED,

    /** Nearly the same words, or the same in more than one place: nobody but an editor can say. */
    FUZZY,

    /** The text does not say it any more. */
    ORPHANED
}

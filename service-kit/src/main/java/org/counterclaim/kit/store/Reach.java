package org.counterclaim.kit.store;

import java.util.Set;

/**
 * Who is concerned by a thing as it stands.
 *
 * @param isPublic whether anonymous readers see it
 * @param articleIds the stories that show it
 */
public record Reach(boolean isPublic, Set<String> articleIds) {

    /** What nobody sees and no story shows. */
    public static final Reach NONE = new Reach(false, Set.of());
}

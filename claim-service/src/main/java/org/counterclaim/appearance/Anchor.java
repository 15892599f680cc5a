package org.counterclaim.appearance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a quote stands in a newer text of its article, in Unicode code points of a section.
 *
 * @param appearanceId the appearance whose quote it is
 * @param articleRevision the revision of the text
 * @param sectionId null where it stands nowhere any more, as the next two are
 * @param start first code point, from 0
 * @param end the one after the last
 */
@Schema(name = "Anchor")
public record Anchor(
        @Schema(required = true) String appearanceId,
        @Schema(required = true) int articleRevision,
        @Schema(required = true) AnchorState state,
        String sectionId,
        Integer start,
        Integer end) {

    /** The quote stands where it was taken from. */
    public static Anchor asQuoted(Appearance appearance, int articleRevision) {
        Selector.Position quoted = appearance.content().selector().position();
        return new Anchor(
                appearance.id(),
                articleRevision,
                AnchorState.EXACT,
                appearance.content().sectionId(),
                quoted.start(),
                quoted.end());
    }

    static Anchor at(Appearance appearance, int articleRevision, AnchorState state, Place place) {
        return new Anchor(
                appearance.id(), articleRevision, state, place.section().id(), place.start(), place.end());
    }

    static Anchor nowhere(Appearance appearance, int articleRevision) {
        return new Anchor(appearance.id(), articleRevision, AnchorState.ORPHANED, null, null, null);
    }

    /** Whether there is a place to point at. */
    public boolean hasPlace() {
        return state != AnchorState.ORPHANED;
    }

    /** Whether it stands, word for word, where it was quoted from. */
    boolean isAsQuoted(Appearance appearance) {
        Selector.Position quoted = appearance.content().selector().position();
        return state == AnchorState.EXACT && quoted.start() == start && quoted.end() == end;
    }
}

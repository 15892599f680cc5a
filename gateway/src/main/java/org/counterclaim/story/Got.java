package org.counterclaim.story;

/**
 * What came of asking for a part.
 *
 * @param part null if there is none
 * @param isStale whether it is what was held, because the service could not be asked
 * @param missing why there is none; null if there is one
 */
record Got(Part part, boolean isStale, Missing missing) {

    static Got fresh(Part part) {
        return new Got(part, false, null);
    }

    static Got stale(Part part) {
        return new Got(part, true, null);
    }

    static Got nothing(Missing missing) {
        return new Got(null, false, missing);
    }
}

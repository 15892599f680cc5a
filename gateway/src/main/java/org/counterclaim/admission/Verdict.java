package org.counterclaim.admission;

import org.counterclaim.partner.KnownKey;

/**
 * What the door finds of an API key.
 *
 * @param key the key that it is; null unless it is good
 */
record Verdict(Finding finding, KnownKey key) {

    /** How it is. */
    enum Finding {
        GOOD,
        /** There is no such key, or it is revoked or has expired. */
        BAD,
        /** Nobody can tell at the moment. */
        UNCHECKED
    }

    static final Verdict BAD = new Verdict(Finding.BAD, null);
    static final Verdict UNCHECKED = new Verdict(Finding.UNCHECKED, null);

    static Verdict good(KnownKey key) {
        return new Verdict(Finding.GOOD, key);
    }

    boolean isGood() {
        return finding == Finding.GOOD;
    }
}

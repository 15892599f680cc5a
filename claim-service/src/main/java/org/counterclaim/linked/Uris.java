package org.counterclaim.linked;

import com.github.f4b6a3.ulid.Ulid;

/** Names of our things for the world: a ULID is a UUID in other letters, and every UUID has a URN (RFC 9562). */
public final class Uris {

    private static final int PREFIX = 4;

    private Uris() {}

    /** The URN of an id, which has a prefix of four letters before its ULID. */
    public static String of(String id) {
        return "urn:uuid:" + Ulid.from(id.substring(PREFIX)).toUuid();
    }
}

package org.counterclaim.local;

import java.security.SecureRandom;
import java.util.Base64;

/** What nobody guesses. */
final class Secret {

    private Secret() {}

    /** 256 random bits, as letters that may stand in an address. */
    static String random() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}

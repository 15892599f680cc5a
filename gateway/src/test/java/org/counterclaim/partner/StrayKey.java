package org.counterclaim.partner;

import com.github.f4b6a3.ulid.UlidCreator;
import java.security.SecureRandom;

/** Keys of the right form that nobody has issued. */
public final class StrayKey {

    private StrayKey() {}

    public static String random(SecureRandom random) {
        return KeyText.random("key_" + UlidCreator.getUlid(), false, random).secret();
    }
}

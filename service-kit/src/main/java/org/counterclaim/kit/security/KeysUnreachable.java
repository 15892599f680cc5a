package org.counterclaim.kit.security;

import io.smallrye.jwt.auth.principal.ParseException;

/** Nobody can tell whether a token is good: the issuer's keys are not known here and cannot be asked for. */
public final class KeysUnreachable extends ParseException {

    private static final long serialVersionUID = 1;

    KeysUnreachable(Throwable cause) {
        super("The keys of the token's issuer cannot be asked for", cause);
    }
}

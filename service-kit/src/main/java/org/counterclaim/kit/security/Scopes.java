package org.counterclaim.kit.security;

import java.util.Map;

/** What the scope of a partner's API key is good for. Each service has one of its own beside these that is a reporter's. */
public final class Scopes {

    /** Reads what is public: it stands for no role. */
    public static final String READ = "read";

    public static final String PUBLISH = "publish";
    public static final String ADMIN = "admin";

    /** The scopes that stand for the same role in every service. */
    static final Map<String, String> ROLES = Map.of(PUBLISH, Caller.EDITOR, ADMIN, Caller.ADMIN);

    private Scopes() {}
}

package org.counterclaim.kit.security;

import java.util.Map;
import java.util.Optional;

/** What the scope of a partner's API key is good for. Each service has one of its own beside these that is a reporter's. */
public final class Scopes {

    /** Reads what is public: it stands for no role. */
    public static final String READ = "read";

    public static final String PUBLISH = "publish";
    public static final String ADMIN = "admin";

    /** The scopes that stand for the same role in every service. */
    static final Map<String, String> ROLES = Map.of(PUBLISH, Caller.EDITOR, ADMIN, Caller.ADMIN);

    private Scopes() {}

    /**
     * The scope that stands for a role.
     *
     * @param reporterScope the one for a reporter in this service, if any is
     */
    public static Optional<String> of(String role, Optional<String> reporterScope) {
        return role.equals(Caller.REPORTER)
                ? reporterScope
                : ROLES.entrySet().stream()
                        .filter(scope -> scope.getValue().equals(role))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }
}

package org.counterclaim.kit.editorial;

import static org.counterclaim.kit.security.Caller.ADMIN;
import static org.counterclaim.kit.security.Caller.EDITOR;
import static org.counterclaim.kit.security.Caller.REPORTER;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Where a piece of content stands between its first draft and its end. Each status knows where it leads and who may go there. */
public enum EditorialStatus {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    PUBLISHED,
    WITHHELD,
    RETRACTED,
    SUPERSEDED,
    REMOVED;

    /** The moves from here, each with the role that it needs. A legal order removes from everywhere. */
    Map<EditorialStatus, String> moves() {
        Map<EditorialStatus, String> moves = new EnumMap<>(EditorialStatus.class);
        moves.putAll(
                switch (this) {
                    case DRAFT -> Map.of(IN_REVIEW, REPORTER);
                    case IN_REVIEW -> Map.of(DRAFT, EDITOR, APPROVED, EDITOR);
                    case APPROVED -> Map.of(PUBLISHED, EDITOR);
                    case PUBLISHED -> Map.of(WITHHELD, EDITOR, RETRACTED, EDITOR);
                    case WITHHELD -> Map.of(PUBLISHED, EDITOR);
                    case RETRACTED, SUPERSEDED, REMOVED -> Map.<EditorialStatus, String>of();
                });
        if (this != REMOVED) {
            moves.put(REMOVED, ADMIN);
        }
        return Collections.unmodifiableMap(moves);
    }

    /** The same word as on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

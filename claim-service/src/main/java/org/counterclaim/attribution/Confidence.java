package org.counterclaim.attribution;

import java.util.Set;
import org.counterclaim.appearance.QuotationType;

/** How far an attribution can be trusted, by its kind. */
final class Confidence {

    private static final Set<String> PLAIN =
            Set.of("say", "tell", "add", "deny", "announce", "claim", "insist", "warn", "argue", "state");

    private Confidence() {}

    static double of(Draft draft, QuotationType type) {
        return switch (draft.kind) {
            case ACCORDING_TO -> 0.9;
            case NOUN, ADJECTIVE -> 0.65;
            case COLON -> 0.75;
            case VERB -> ofVerb(draft, type);
        };
    }

    private static double ofVerb(Draft draft, QuotationType type) {
        if (type != QuotationType.INDIRECT_QUOTE) {
            return PLAIN.contains(draft.word) ? 0.95 : 0.85;
        }
        return PLAIN.contains(draft.word) ? 0.9 : 0.6;
    }
}

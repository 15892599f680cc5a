package org.counterclaim.story;

import java.util.Arrays;
import java.util.List;

/** What a reader prefers (RFC 7240): half an answer, or none. */
enum Preference {
    LENIENT,
    STRICT;

    static final String HEADER = "Prefer";
    static final String APPLIED = "Preference-Applied";
    static final String HANDLING_STRICT = "handling=strict";

    /** The header for those who read the contract: as one text, since generators know no lists in headers. */
    static final String WORDS = "`handling=strict` for all or an error (RFC 7240).";

    /** The first word on handling counts; parameters of a preference mean nothing here. */
    static Preference of(List<String> headers) {
        return headers.isEmpty() ? LENIENT : handling(headers);
    }

    private static Preference handling(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(preference -> preference.split(";")[0].replaceAll("[\\s\"]", ""))
                .filter(preference -> preference.regionMatches(true, 0, "handling=", 0, "handling=".length()))
                .findFirst()
                .filter(HANDLING_STRICT::equalsIgnoreCase)
                .map(strict -> STRICT)
                .orElse(LENIENT);
    }
}

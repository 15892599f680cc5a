package org.counterclaim.article;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What readers are told of a change to what they may have read (schema.org CorrectionComment).
 *
 * @param id {@code cor_} and a ULID
 * @param text for readers
 * @param datePublished since when readers are told
 * @param affects ids of the sections that it is about; none means the whole article
 * @param fromRevision the revision that was wrong
 * @param toRevision the revision that is right
 */
@Schema(name = "Correction")
public record Correction(
        @Schema(required = true) String id,
        @Schema(required = true) Type type,
        @Schema(required = true) String text,
        @Schema(required = true) Instant datePublished,
        @Schema(required = true) List<String> affects,
        @Schema(required = true) int fromRevision,
        @Schema(required = true) int toRevision) {

    /** What an id begins with. */
    static final String PREFIX = "cor_";

    /** What was done about it. */
    @Schema(name = "CorrectionType")
    public enum Type {
        CORRECTION,
        CLARIFICATION,
        UPDATE,
        RETRACTION
    }

    public Correction {
        affects = affects == null ? List.of() : affects;
    }

    /** That an article was taken back, and why. */
    static Correction ofRetraction(String notice, int lastRevision, Instant now) {
        return new Correction(
                PREFIX + UlidCreator.getMonotonicUlid(),
                Type.RETRACTION,
                notice,
                now,
                List.of(),
                lastRevision,
                lastRevision + 1);
    }

    /** The same in a line of text. */
    public String line() {
        String word = type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
        return word + ", " + LocalDate.ofInstant(datePublished, ZoneOffset.UTC) + ": " + text;
    }
}

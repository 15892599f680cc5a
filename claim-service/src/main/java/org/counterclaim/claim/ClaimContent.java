package org.counterclaim.claim;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.counterclaim.appearance.Hedge;
import org.counterclaim.kit.json.LanguageTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * The wording of a claim and what it is about (schema.org Claim).
 *
 * @param text self-contained and neutral, never negated for convenience
 * @param shortText the same for a card, up to 75 code points
 * @param inLanguage BCP 47; {@code und} when absent
 * @param author id of the party that asserts it; absent if nobody does
 * @param claimInterpreter id of the party that worded it
 * @param about names, or ids of parties
 */
@Schema(name = "ClaimContent")
public record ClaimContent(
        @NotBlank @Size(max = 10_000) @Schema(required = true)
        String text,

        @NotBlank @CodePointLength(max = 75) @Schema(required = true)
        String shortText,

        @LanguageTag @Schema(example = "en") String inLanguage,
        @Size(max = 100) String author,
        @Size(max = 100) String claimInterpreter,
        @Size(max = 9) List<@NotNull Type> claimType,
        @Valid Attribution attribution,
        @Valid Hedge hedge,
        @Size(max = 50) List<@NotNull @Valid Quantity> quantities,
        @Valid ClaimDate claimDate,
        @Size(max = 100) List<@NotBlank @Size(max = 300) String> about,
        CheckWorthiness checkWorthiness) {

    /** What sort of assertion it is. */
    @Schema(name = "ClaimType")
    public enum Type {
        EVENT_PROPERTY,
        NUMERICAL,
        QUOTE_VERIFICATION,
        POSITION_STATEMENT,
        CAUSAL,
        IDENTITY,
        PREDICTION,
        DENIAL,
        ANALYSIS
    }

    /** How much a check of it would help a reader. */
    public enum CheckWorthiness {
        HIGH,
        MEDIUM,
        LOW,
        NONE
    }

    /** Whether anybody stands behind it, and what sort of source that is. */
    public record Attribution(
            @NotNull @Schema(required = true) Kind kind, SourceType sourceType) {

        /** Whether anybody asserts it. */
        @Schema(name = "AttributionKind")
        public enum Kind {
            ATTRIBUTED,
            UNATTRIBUTED,
            OPEN_QUESTION,
            NOT_ASSERTED_BY_ANYONE
        }

        /** What sort of source it is from. */
        public enum SourceType {
            OFFICIAL,
            EXPERT,
            WITNESS,
            ACTIVE_PARTICIPANT,
            DIRECT_EVIDENCE,
            EXPERT_DOCUMENT,
            NEWS_REPORT
        }
    }

    public ClaimContent {
        inLanguage = inLanguage == null ? "und" : inLanguage;
        claimType = claimType == null ? List.of() : claimType;
        hedge = hedge == null ? Hedge.NONE : hedge;
        quantities = quantities == null ? List.of() : quantities;
        claimDate = claimDate == null ? ClaimDate.UNKNOWN : claimDate;
        about = about == null ? List.of() : about;
    }

    /** Whether its words are read as English: they are said to be, or nobody says what they are. */
    boolean inEnglish() {
        return inLanguage.matches("(?i)(en|und)\\b.*");
    }

    /** The same as a party that asserts it makes it. */
    ClaimContent by(String party) {
        return new ClaimContent(
                text,
                shortText,
                inLanguage,
                party,
                claimInterpreter,
                claimType,
                new Attribution(Attribution.Kind.ATTRIBUTED, null),
                hedge,
                quantities,
                claimDate,
                about,
                checkWorthiness);
    }

    /** What is left of a claim after a legal order. */
    static ClaimContent removed() {
        return new ClaimContent("[removed]", "[removed]", null, null, null, null, null, null, null, null, null, null);
    }
}

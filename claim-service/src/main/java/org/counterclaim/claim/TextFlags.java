package org.counterclaim.claim;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.kit.editorial.LoadedWords;
import org.counterclaim.kit.editorial.NamedPeople;
import org.counterclaim.kit.time.PartialDate.Precision;

/** What a newsroom should look at in the text of a claim itself, as far as it is English. */
final class TextFlags {

    /** Joins two sentences into one; what enumerates joins words. */
    private static final Pattern JOINED = Pattern.compile(
            "(?:^|[,;] )(?!(?:who|which|that|whose|where|when)\\b)(?:[^\\s,;]+ ){3,}[^\\s,;]+(?:;|, (?:and|but|while|whereas|although|though)) "
                    + "(?:\\p{L}[\\p{L}\\d'’-]* ){1,6}?(?:is|are|was|were|has|have|had|does|did|will|would|can|could|may|might|must|should)\\b");

    /** What somebody is at one time and not at another. */
    private static final Pattern OFFICE = Pattern.compile(
            "\\b(?:[Ff]ormer|[Cc]urrent|[Ii]ncoming|[Oo]utgoing|[Aa]cting|[Nn]ewly (?:elected|appointed)|[Ee]x-|[Tt]hen-) ?\\p{Lu}|-elect\\b");

    private TextFlags() {}

    static Stream<Flag> of(Claim claim) {
        String text = claim.content().text();
        return claim.content().inEnglish()
                ? Stream.of(compound(claim, text), dependent(claim, text), named(claim, text), loaded(claim, text))
                        .flatMap(Optional::stream)
                : Stream.of();
    }

    private static Optional<Flag> compound(Claim claim, String text) {
        return flag(
                JOINED.matcher(text).find(),
                claim,
                "compound_claim",
                "It says two things: whoever denies one of them has not denied the other. Make two claims of it.");
    }

    private static Optional<Flag> dependent(Claim claim, String text) {
        return flag(
                claim.content().claimDate().precision() == Precision.UNKNOWN
                        && OFFICE.matcher(text).find(),
                claim,
                "context_needs_check",
                "Somebody's office depends on when it was said, which nobody knows.");
    }

    private static Optional<Flag> named(Claim claim, String text) {
        return flag(
                Stream.concat(NamedPeople.held(text), NamedPeople.children(text))
                        .findFirst()
                        .isPresent(),
                claim,
                "personal_data",
                "It identifies somebody who is held, or a child: is the name needed, and is it safe for them?");
    }

    private static Optional<Flag> loaded(Claim claim, String text) {
        return LoadedWords.firstIn(text)
                .map(word -> Flag.warning("loaded_word", claim.id(), "\"" + word + "\" judges: say what happened."));
    }

    private static Optional<Flag> flag(boolean raised, Claim claim, String code, String detail) {
        return raised ? Optional.of(Flag.warning(code, claim.id(), detail)) : Optional.empty();
    }
}

package org.counterclaim.claim;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.kit.search.Asked;
import org.counterclaim.kit.search.SearchText;
import org.counterclaim.kit.store.StoredForm;
import org.counterclaim.kit.time.PartialDate;
import org.counterclaim.party.Party;
import org.counterclaim.position.Position;

/** What a claim is found by beside its own members. */
final class ClaimFinding {

    /** Stored name of the terms of its words. */
    static final String TERMS = StoredForm.FIND_BY + ".terms";

    /** Stored name of the time in which it was made, as far as that is known. */
    static final String MADE = StoredForm.FIND_BY + ".made";

    /** Stored name of the numbers that may be meant by what it says. */
    static final String NUMBERS = StoredForm.FIND_BY + ".numbers";

    /** Stored name of the parties with a position on it, each once. */
    static final String PARTIES = StoredForm.FIND_BY + ".parties";

    /** Stored name of their sides, each once. */
    static final String SIDES = StoredForm.FIND_BY + ".sides";

    /** Stored name of the codes of its flags. */
    static final String FLAGS = StoredForm.FIND_BY + ".flags";

    /** Stored name of the same without those on single places: a place may be in a story that is not public. */
    static final String OPEN_FLAGS = StoredForm.FIND_BY + ".openFlags";

    /** Stored name of what imports know it by. */
    static final String KEY = StoredForm.FIND_BY + ".key";

    /** Stored name of the day on which it was written down (UTC). */
    static final String DAY = StoredForm.FIND_BY + ".day";

    /**
     * To version 2, since which it is found by its words, numbers, date and flags, and to 3, since which by what imports know it by
     * and by the flags on its text. What was stored before is brought up to date when the service starts.
     */
    static final List<UnaryOperator<BsonDocument>> UPCASTS =
            List.of(UnaryOperator.identity(), UnaryOperator.identity());

    private ClaimFinding() {}

    static BsonDocument of(Claim claim) {
        ClaimContent content = claim.content();
        BsonDocument found = SearchText.of(content.inLanguage(), texts(content))
                .append("key", new BsonString(ImportKeys.claim(content.text(), content.author())))
                .append("numbers", array(content.quantities().stream().map(ClaimFinding::numbers)))
                .append("parties", names(claim.positions().stream().map(Position::party)))
                .append("sides", names(claim.positions().stream().map(Position::side)))
                .append(
                        "day",
                        new BsonString(LocalDate.ofInstant(claim.createdAt(), ZoneOffset.UTC)
                                .toString()))
                .append("flags", flags(claim, flag -> true))
                .append("openFlags", flags(claim, flag -> !flag.target().startsWith(Appearance.PREFIX)));
        ClaimDate date = content.claimDate();
        Asked.range(new PartialDate(date.value(), date.precision())).ifPresent(range -> found.append("made", range));
        return found;
    }

    private static Stream<String> texts(ClaimContent content) {
        Stream<String> about = content.about().stream().filter(name -> !name.startsWith(Party.PREFIX));
        return Stream.concat(Stream.of(content.text(), content.shortText()), about);
    }

    private static BsonDocument numbers(Quantity quantity) {
        Quantity.Span span = quantity.span();
        return new BsonDocument("from", new BsonDouble(span.from())).append("until", new BsonDouble(span.until()));
    }

    private static BsonArray flags(Claim claim, Predicate<Flag> which) {
        return names(ClaimFlags.of(claim).stream().filter(which).map(Flag::code));
    }

    private static BsonArray names(Stream<String> names) {
        return array(names.filter(Objects::nonNull).distinct().sorted().map(BsonString::new));
    }

    private static BsonArray array(Stream<? extends BsonValue> values) {
        return new BsonArray(List.copyOf(values.toList()));
    }
}

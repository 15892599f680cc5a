package org.counterclaim.party;

import com.mongodb.client.model.Filters;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.counterclaim.kit.store.StoredForm;

/** The names that a party is found by, however they are written: in large or small letters, with or without accents. */
final class PartyNames {

    /** Stored name of the names. */
    static final String NAMES = StoredForm.FIND_BY + ".names";

    private PartyNames() {}

    static BsonDocument of(Party party) {
        PartyContent content = party.content();
        return new BsonDocument(
                "names",
                new BsonArray(Stream.concat(Stream.of(content.name()), content.alternateName().stream())
                        .map(PartyNames::folded)
                        .distinct()
                        .map(BsonString::new)
                        .toList()));
    }

    /** Those that are called so. */
    static Bson called(String name) {
        return Filters.eq(NAMES, folded(name));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .strip()
                .replaceAll("\\s+", " ")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}

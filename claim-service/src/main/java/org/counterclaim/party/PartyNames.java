package org.counterclaim.party;

import com.mongodb.client.model.Filters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        return new BsonDocument(
                "names", new BsonArray(names(party).map(BsonString::new).toList()));
    }

    /** Those that are called so. */
    static Bson called(String name) {
        return Filters.eq(NAMES, folded(name));
    }

    /** Those that are called by one of these names. */
    static Bson called(Collection<String> names) {
        return Filters.in(NAMES, names.stream().map(PartyNames::folded).toList());
    }

    /** Parties under each of these names that they have. */
    static Map<String, List<Party>> byName(Collection<String> names, List<Party> parties) {
        Map<String, List<Party>> called = new HashMap<>();
        names.forEach(name -> parties.stream()
                .filter(party -> names(party).anyMatch(folded(name)::equals))
                .forEach(party ->
                        called.computeIfAbsent(name, none -> new ArrayList<>()).add(party)));
        return called;
    }

    private static Stream<String> names(Party party) {
        PartyContent content = party.content();
        return Stream.concat(Stream.of(content.name()), content.alternateName().stream())
                .map(PartyNames::folded)
                .distinct();
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

package org.counterclaim.kit.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.mongodb.FindOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.counterclaim.kit.store.Cabinet;
import org.counterclaim.kit.store.Documents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchQueryTest {

    private final Cabinet cabinet = new Cabinet();
    private final Documents texts = new Documents(cabinet.database, "texts");

    @BeforeAll
    void texts() {
        Cabinet.await(texts.index(Indexes.ascending("find.terms")));
        keep("en", "en", "Chinese nationals fight", "They were fighting on behalf of Russia.");
        keep("en2", "en-GB", "The fight goes on", "Russia is on nobody's behalf. Moscow dies in the novel.");
        keep("de", "de-AT", "Die Bürger kämpften", "Chinesische Staatsbürger kämpfen für Russland, war zu hören.");
        keep("fr", "fr", "L'armée recrute", "Les soldats chinois combattaient en Ukraine.");
        keep("es", "es", "Los soldados", "Soldados chinos combatieron en Ucrania.");
        keep("pt", "pt-BR", "Os cidadãos", "Cidadãos chineses lutaram na Ucrânia.");
        keep("ru", "ru", "Граждане Китая", "Китайские граждане воюют против Украины.");
        keep("uk", "uk", "Громадяни Китаю", "Китайські громадяни воюють проти України.");
        keep("ar", "ar", "المواطنون الصينيون", "يقاتل المواطنون في أوكرانيا");
        keep("zh", "zh-Hans", "中国公民", "中国公民在乌克兰作战，泽连斯基说。");
        keep("und", "und", "Fighting words", "Nothing is known of this language, dies irae.");
    }

    private void keep(String id, String language, String... parts) {
        BsonDocument text =
                new BsonDocument("_id", new BsonString(id)).append("find", SearchText.of(language, Stream.of(parts)));
        Cabinet.await(texts.insert(text));
    }

    @AfterAll
    void close() {
        cabinet.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                // every form of a word, by the rules of the text's language
                "fights, en en2",
                "FIGHTING, en en2 und",
                "kämpft, de",
                "soldat, fr",
                "soldado, es",
                "cidadão, pt",
                "китайский гражданам, ru",
                "громадянину, uk",
                "україна, uk",
                "украина, ru",
                "مواطن, ar",
                "公民, zh",
                // all words, in any order
                "russia fighting, en en2",
                "nationals moscow, ''",
                // not those with a minus sign
                "fighting -moscow, en und",
                "-fighting -ukraine -moscow, ar de es pt ru uk zh",
                // phrases, in their order and within one part of the text
                "'\"fighting on behalf of russia\"', en",
                "'\"behalf of russia\"', en",
                "'\"russia behalf\"', ''",
                "'\"fight they were fighting\"', ''",
                "'\"fight fighting\"', ''",
                "'\"goes on\"', en2",
                "'russia -\"fighting on behalf\"', en2",
                "'\"乌克兰作战\"', zh",
                "乌克兰作战, zh",
                "克兰乌, ''",
                "'\"Китайські громадяни воюють\"', uk",
                "'„kämpfen für Russland“', de",
                // a word that says nothing in one language is one in another
                "dies, en2 und",
                "die kämpfen, de",
                "war, ''",
                "war kämpfen, de",
                // nothing to look for
                "the of, ''",
                "der die, ''",
                "!!! ???, ''",
                "-, ''",
                "'\"\"', ''",
                // what other languages mean by these is nothing here
                "fight*, en en2",
                "{$ne: null}, ''",
                "$where, ''",
                "find.terms:fight, ''",
                // a mark that is not closed
                "'\"goes on', en2"
            })
    void aTextIsFoundByTheRulesOfItsLanguage(String q, String ids) {
        assertEquals(ids == null ? "" : ids, found(q, null));
    }

    @ParameterizedTest
    @CsvSource({
        "fighting, en, en en2",
        "fighting, en-US, en en2",
        "fighting, und, und",
        "fighting, sv, und",
        "die, de, ''",
        "-kämpfen, de, ''",
        "-the, en, en en2",
        "公民, ja, zh"
    })
    void aLanguageThatIsNamedIsTheOnlyOne(String q, String language, String ids) {
        assertEquals(ids == null ? "" : ids, found(q, language));
    }

    private String found(String q, String language) {
        return Cabinet.await(texts.all(SearchQuery.filter("find", q, language), new FindOptions())
                        .collect()
                        .asList())
                .stream()
                .map(text -> text.getString("_id").getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** A phrase is where its words stand one after the other, in none else: all short phrases of a small language are tried. */
    @Test
    void phrasesAreExact() {
        List<String> words = List.of("alpha", "beta", "gamma");
        TreeMap<String, String> all = new TreeMap<>();
        for (int i = 0; i < 81; i++) {
            String text = words.get(i / 27) + " " + words.get(i / 9 % 3) + " " + words.get(i / 3 % 3) + " "
                    + words.get(i % 3);
            all.put("greek" + i, text);
            keep("greek" + i, "la", text);
        }
        for (int i = 0; i < 27; i++) {
            String phrase = words.get(i / 9) + " " + words.get(i / 3 % 3) + " " + words.get(i % 3);
            String expected = all.entrySet().stream()
                    .filter(text -> text.getValue().contains(phrase))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(" "));
            assertEquals(expected, found("\"" + phrase + "\"", null), phrase);
        }
        all.keySet().forEach(id -> Cabinet.await(texts.delete(Filters.eq("_id", id))));
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 10_000})
    void tooManyWordsAreRefused(int words) {
        String q = IntStream.range(0, words).mapToObj(i -> "w").collect(Collectors.joining(" "));
        assertEquals(
                400,
                assertThrows(HttpProblem.class, () -> SearchQuery.filter("find", q, null))
                        .getStatusCode());
    }

    @Test
    void theLongestQueryIsBounded() {
        String q = IntStream.range(0, 50).mapToObj(i -> "\"a b c d e f\"").collect(Collectors.joining(" "));
        assertEquals("", found(q, null));
        assertTrue(SearchQuery.filter("find", q, null).toBsonDocument().toJson().length() < 1_000_000);
    }
}

package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExampleTest {

    private final Example example = Example.bundled();

    @Test
    void itIsComplete() {
        assertEquals(13, example.article().path("sections").size());
        assertEquals(2, example.article().path("sources").size());
        assertEquals(12, example.parties().size());
        assertEquals(5, example.evidence().size());
        assertEquals(22, example.claims().size());
        assertEquals(
                36,
                example.claims().stream()
                        .mapToInt(claim -> claim.path("positions").size())
                        .sum());
    }

    @Test
    void eachQuotationStandsOnceInItsSection() {
        Map<String, String> sections = new HashMap<>();
        example.article()
                .path("sections")
                .forEach(section -> sections.put(
                        section.path("id").asText(), section.path("text").asText()));
        List<JsonNode> appearances =
                forms().flatMap(form -> form.findParents("quote").stream()).toList();
        assertEquals(62, appearances.size());
        for (JsonNode appearance : appearances) {
            String text = sections.get(appearance.path("section").asText());
            String quote = appearance.path("quote").asText();
            assertEquals(2, (" " + text + " ").split(java.util.regex.Pattern.quote(quote), -1).length, quote);
        }
    }

    @Test
    void eachNameIsKnownAndEachClaimIsWithinBounds() {
        Map<String, String> ids = new HashMap<>();
        example.parties().keySet().forEach(name -> ids.put(name, "pty_" + name));
        example.evidence().keySet().forEach(name -> ids.put(name, "evd_" + name));
        ObjectNode article = example.article().deepCopy();
        Filling filling = new Filling(ids, article);
        forms().forEach(form -> assertDoesNotThrow(() -> filling.fill(form)));
        for (JsonNode claim : example.claims()) {
            String text = claim.path("shortText").asText();
            assertFalse(text.isBlank() || text.codePointCount(0, text.length()) > 75, text);
        }
    }

    /** What the services find out for themselves must not be typed in. */
    @Test
    void nothingIsInItThatIsComputed() {
        for (JsonNode form : forms().toList()) {
            for (String computed :
                    Set.of("disputeStatus", "digest", "flags", "editorialStatus", "revision", "anchorState")) {
                assertEquals(List.of(), form.findValues(computed), computed);
            }
        }
    }

    @Test
    void offsetsCountCodePointsNotCharacters() throws Exception {
        JsonNode article = new ObjectMapper()
                .readTree(
                        "{\"id\": \"art_1\", \"revision\": 4, \"sections\": [{\"id\": \"s1\", \"text\": \"\uD83D\uDE00 he said \uD83D\uDE00 so\"}]}");
        JsonNode form = new ObjectMapper()
                .readTree(
                        "{\"section\": \"s1\", \"quote\": \"said \uD83D\uDE00\", \"quotationType\": \"direct_quote\"}");
        assertEquals(new ObjectMapper().readTree("""
                                {"articleId": "art_1", "articleRevision": 4, "sectionId": "s1",
                                 "selector": {"quote": {"exact": "said \uD83D\uDE00"}, "position": {"start": 5, "end": 11}},
                                 "quotationType": "direct_quote"}"""), new Filling(Map.of(), article).fill(form));
    }

    private Stream<JsonNode> forms() {
        List<JsonNode> forms = new ArrayList<>(example.claims());
        forms.add(example.article());
        forms.addAll(example.parties().values());
        forms.addAll(example.evidence().values());
        return forms.stream();
    }
}

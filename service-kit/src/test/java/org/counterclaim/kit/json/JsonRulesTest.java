package org.counterclaim.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRulesTest {

    private enum Mood {
        QUITE_GOOD
    }

    private record Note(String text, List<String> words, Instant at, Mood mood) {}

    private final ObjectMapper mapper = mapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": 5}",
                "{\"text\": true}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"text\": \"a\"} {}",
                "{\"text\": \"a\\u0000\"}",
                "{\"text\": \"a\\ud83d\"}",
                "{\"words\": [\"\\udc00\"]}",
                "{\"mood\": \"\"}"
            })
    void refusesToGuess(String json) {
        assertThrows(JsonProcessingException.class, () -> mapper.readValue(json, Note.class));
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        String deep = "[".repeat(100_000);
        assertThrows(JsonProcessingException.class, () -> mapper.readValue(deep, Note.class));
        assertThrows(JsonProcessingException.class, () -> mapper.readValue("{\"words\":" + deep, Note.class));
    }

    @Test
    void writesTimesInMillisecondsAndConstantsInLowerCase() throws JsonProcessingException {
        Note note = new Note("a", null, Instant.parse("2026-11-23T08:00:00Z"), Mood.QUITE_GOOD);
        assertEquals(
                "{\"text\":\"a\",\"words\":null,\"at\":\"2026-11-23T08:00:00.000Z\",\"mood\":\"quite_good\"}",
                mapper.writeValueAsString(note));
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper =
                JsonMapper.builder().addModule(new JavaTimeModule()).build();
        new JsonRules().customize(mapper);
        return mapper;
    }
}

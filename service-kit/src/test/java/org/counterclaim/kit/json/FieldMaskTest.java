package org.counterclaim.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldMaskTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a              | {a: 1, b: 2}                               | {a: 1}
                    a,b            | {a: 1, b: 2}                               | {a: 1, b: 2}
                    c              | {a: 1}                                     | {}
                    a.x            | {a: {x: 1, y: 2}, b: 1}                    | {a: {x: 1}}
                    a.x            | {a: [{x: 1, y: 2}, {y: 3}, 4, [{x: 5}]]}   | {a: [{x: 1}, {}, 4, [{x: 5}]]}
                    a.x            | {a: null}                                  | {a: null}
                    a,a.x          | {a: {x: 1, y: 2}}                          | {a: {x: 1, y: 2}}
                    a.x,a.y        | {a: {x: 1, y: 2, z: 3}}                    | {a: {x: 1, y: 2}}
                    """)
    void whatIsNotNamedIsTakenOut(String paths, String whole, String rest) throws JsonProcessingException {
        JsonNode node = json(whole);
        mask(paths).keep(node);
        assertEquals(json(rest), node);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id,title,notes.text | ''
                    notes               | ''
                    labels.whatever     | ''
                    open.whatever       | ''
                    first.text          | ''
                    content             | content
                    notes.id            | notes.id
                    id.x                | id.x
                    first.text.x        | first.text.x
                    Title               | Title
                    """)
    void aPathThatLeadsNowhereIsFound(String paths, String unknown) {
        assertEquals(
                unknown,
                mask(paths)
                        .unknown(JSON.constructType(Written.class), JSON.getSerializationConfig())
                        .orElse(""));
    }

    private static FieldMask mask(String paths) {
        return FieldMask.of(List.of(paths.split(",")));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text.replaceAll("(\\w+):", "\"$1\":"));
    }

    record Written(
            String id,
            @JsonUnwrapped Content content,
            List<Note> notes,
            Optional<Note> first,
            Map<String, Note> labels,
            JsonNode open) {}

    record Content(String title) {}

    record Note(String text) {}
}

package org.counterclaim.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractChangeTest {

    private static final String CONTRACT = """
            openapi: 3.0.3
            info: {title: Notes, version: "1"}
            paths:
              /v1/notes:
                post:
                  parameters:
                    - {name: draft, in: query, schema: {type: boolean}}
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [text]
                          properties:
                            text: {type: string, minLength: 1, maxLength: 100}
                            kind: {type: string, enum: [news, letter]}
                            tags: {type: array, maxItems: 9, items: {type: string}}
                  responses:
                    "201":
                      description: The note.
                      content:
                        application/json:
                          schema:
                            $ref: "#/components/schemas/Note"
                    "403": {description: It may not be written.}
              /v1/notes/{id}:
                delete:
                  security: [{}, {token: []}]
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                  responses:
                    "204": {description: It is gone.}
            components:
              securitySchemes:
                token: {type: http, scheme: bearer}
              schemas:
                Note:
                  type: object
                  required: [id, text]
                  properties:
                    id: {type: string}
                    text: {type: string, maxLength: 100}
                    place: {type: string}
                    state: {type: string, enum: [open, done]}
                    replies: {type: array, items: {$ref: "#/components/schemas/Note"}}
            """;

    @Test
    void whatStaysTheSameBreaksNobody() {
        assertEquals(List.of(), refused(CONTRACT));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            required: [text]             | required: [text, kind]                | POST /v1/notes body: required, new [kind], gone []
            kind: {type: string, enum: [news, letter]} | ``                      | POST /v1/notes body: gone is [kind]
            enum: [news, letter]         | enum: [news]                          | POST /v1/notes body.kind: no more is [letter]
            minLength: 1                 | minLength: 2                          | POST /v1/notes body.text: minlength
            maxLength: 100               | maxLength: 50                         | POST /v1/notes body.text: maxlength
            maxItems: 9                  | maxItems: 8                           | POST /v1/notes body.tags: maxitems
            in: query, schema            | in: query, required: true, schema     | POST /v1/notes query draft: parameter
            name: draft                  | name: sketch                          | POST /v1/notes: gone or needed now are some of its parameters, gone [draft], new [sketch]
            place: {type: string}        | ``                                    | POST /v1/notes 201: gone is [place]
            required: [id, text]         | required: [id]                        | POST /v1/notes 201: required, new [], gone [text]
            id: {type: string}           | id: {type: integer}                   | POST /v1/notes 201.id: another type
            enum: [open, done]           | enum: [open]                          | POST /v1/notes 201.state: no more is [done]
            enum: [open, done]           | enum: [open, finished]                | POST /v1/notes 201.state: no more is [done]
            security: [{}, {token: []}]  | security: [{token: []}]               | DELETE /v1/notes/{id}: securityrequirements
            "204": {description          | "404": {description                   | DELETE /v1/notes/{id}: gone is one of [204]
            """)
    void whatBreaksSomebodyIsNamed(String before, String after, String broken) {
        List<String> refused = refused(next(before, after));
        assertTrue(refused.contains(broken), refused::toString);
    }

    @Test
    void aNewMajorVersionMayBreakWhatItLikes() {
        String next = next("  /v1/notes:", "  /v1/letters:");
        assertEquals(List.of(), refused(next.replace("version: \"1\"", "version: \"2\"")));
        assertEquals(List.of("POST /v1/notes is gone"), refused(next.replace("version: \"1\"", "version: \"1.9\"")));
    }

    @Test
    void anOperationThatIsGoneBreaksSomebody() {
        assertEquals(List.of("DELETE /v1/notes/{id} is gone"), refused(next("    delete:", "    get:")));
        assertEquals(List.of("POST /v1/notes is gone"), refused(next("  /v1/notes:", "  /v1/letters:")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            kind: {                      | colour: {type: string}; kind: {
            place: {                     | time: {type: string}; place: {
            /v1/notes/{id}:              | /v1/letters: {get: {responses: {"200": {description: Letters.}}}}; /v1/notes/{id}:
            enum: [news, letter]         | enum: [news, letter, essay]
            enum: [open, done]           | enum: [open, done, late]
            required: [text]             | required: []
            maxItems: 9                  | maxItems: 10
            text: {type: string, maxLength: 100} | text: {type: string, maxLength: 200}
            - {name: draft               | - {name: by, in: query, schema: {type: string}}; - {name: draft
            "403": {                     | "409": {
            description: The note.       | description: A note.
            """)
    void whatIsAddedBreaksNobody(String before, String after) {
        assertEquals(List.of(), refused(next(before, after)));
    }

    private static List<String> refused(String after) {
        return ContractChange.between(CONTRACT, after).refused();
    }

    /** The contract with this instead of that once; a semicolon begins a new line at the same depth. */
    private static String next(String before, String after) {
        int from = CONTRACT.indexOf(before);
        assertTrue(from >= 0, before);
        String depth = CONTRACT.substring(CONTRACT.lastIndexOf('\n', from), from);
        return CONTRACT.substring(0, from)
                + (depth.isBlank() ? after.replace("; ", depth) : after)
                + CONTRACT.substring(from + before.length());
    }
}

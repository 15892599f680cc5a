package org.counterclaim.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The example story in the form that the interface takes, but for two things: a party or an item of evidence is referred to by
 * {@code @name}, and an appearance is a section and the exact words, because ids and offsets are known only when it is loaded.
 */
record Example(JsonNode article, Map<String, JsonNode> parties, Map<String, JsonNode> evidence, List<JsonNode> claims) {

    /** The one that comes with the launcher. */
    static Example bundled() {
        try (InputStream file = Example.class.getResourceAsStream("example.json")) {
            JsonNode whole = new ObjectMapper().readTree(file);
            List<JsonNode> claims = new ArrayList<>();
            whole.path("claims").forEach(claims::add);
            return new Example(
                    whole.path("article"), named(whole.path("parties")), named(whole.path("evidence")), claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String slug() {
        return article.path("slug").asText();
    }

    private static Map<String, JsonNode> named(JsonNode things) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        things.fields().forEachRemaining(thing -> named.put(thing.getKey(), thing.getValue()));
        return named;
    }
}

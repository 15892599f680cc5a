package org.counterclaim.manifest;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A mistake that somebody could make in an overlay, and the rule that has to find it.
 *
 * @param overlay in which it is made
 */
record Mutation(String rule, String overlay, Edit... edits) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A change of the documents. */
    @FunctionalInterface
    interface Edit {
        void in(List<JsonNode> documents);
    }

    /** The manifests with the mistake, as a server would take them. */
    Manifests made() {
        List<JsonNode> documents = new ArrayList<>(Manifests.documents(overlay));
        for (Edit edit : edits) {
            edit.in(documents);
        }
        return Manifests.of(documents);
    }

    /**
     * Puts a value somewhere, over what is there or as a new one.
     *
     * @param object kind and beginning of the name
     * @param place a JSON pointer; {@code -} at its end is the place after the last one of a list
     */
    static Edit set(String object, String place, Object value) {
        return documents -> {
            JsonPointer pointer = JsonPointer.compile(place);
            JsonNode parent = changed(documents, object).at(pointer.head());
            String last = pointer.last().getMatchingProperty();
            if (parent instanceof ObjectNode fields) {
                fields.set(last, JSON.valueToTree(value));
            } else if (last.equals("-")) {
                ((ArrayNode) parent).add(JSON.<JsonNode>valueToTree(value));
            } else {
                ((ArrayNode) parent).set(Integer.parseInt(last), JSON.<JsonNode>valueToTree(value));
            }
        };
    }

    /** Takes away what has to be there. */
    static Edit remove(String object, String place) {
        return documents -> {
            JsonPointer pointer = JsonPointer.compile(place);
            JsonNode document = changed(documents, object);
            assertFalse(document.at(pointer).isMissingNode(), () -> object + " has no " + place);
            JsonNode parent = document.at(pointer.head());
            String last = pointer.last().getMatchingProperty();
            if (parent instanceof ObjectNode fields) {
                fields.remove(last);
            } else {
                ((ArrayNode) parent).remove(Integer.parseInt(last));
            }
        };
    }

    static Edit drop(String object) {
        return documents -> {
            JsonNode dropped = find(documents, object);
            documents.removeIf(each -> each == dropped);
        };
    }

    /** A copy of it, in its place. */
    private static JsonNode changed(List<JsonNode> documents, String object) {
        JsonNode document = find(documents, object);
        JsonNode copy = document.deepCopy();
        documents.replaceAll(each -> each == document ? copy : each);
        return copy;
    }

    private static JsonNode find(List<JsonNode> documents, String object) {
        return documents.stream()
                .filter(each -> (each.path("kind").asText() + "/"
                                + each.at("/metadata/name").asText())
                        .replaceAll("(ConfigMap/.*)-[a-z0-9]{10}$", "$1")
                        .equals(object))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + object));
    }

    @Override
    public String toString() {
        return rule;
    }
}

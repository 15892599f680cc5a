package org.counterclaim.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Texts in JSON-LD, where everything may be one thing or a list, a text or an object that has it. */
final class JsonTexts {

    private JsonTexts() {}

    /** All things that a node is: the items of a list, or itself. */
    static Stream<JsonNode> each(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                : node.isMissingNode() || node.isNull() ? Stream.empty() : Stream.of(node);
    }

    /** The text that a node is, or the first of them; null if there is none. */
    static String text(JsonNode node) {
        return each(node)
                .map(JsonTexts::single)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The name of what a node is, which may be the node itself. */
    static String name(JsonNode node) {
        return each(node)
                .map(thing -> thing.isObject() ? text(thing.path("name")) : single(thing))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A member of the first object that has it. */
    static String member(JsonNode node, String name) {
        return each(node)
                .map(thing -> text(thing.path(name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether a thing is of a type, which may be written as an address. */
    static boolean isA(JsonNode thing, String type) {
        return types(thing).stream().anyMatch(type::equals);
    }

    static String type(JsonNode node) {
        return each(node).flatMap(thing -> types(thing).stream()).findFirst().orElse(null);
    }

    private static List<String> types(JsonNode thing) {
        return each(thing.path("@type"))
                .map(JsonNode::asText)
                .map(type -> type.replaceFirst("^(https?://schema\\.org/|schema:)", ""))
                .toList();
    }

    private static String single(JsonNode node) {
        JsonNode value = node.isObject() ? node.path("@value") : node;
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}

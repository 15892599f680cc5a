package org.counterclaim.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes a form of the example what the interface takes: puts ids in the place of names, and selectors in the place of quotations.
 *
 * @param ids what was made so far, by its name in the example
 * @param article the article as it stands, null as long as there is none
 */
record Filling(Map<String, String> ids, JsonNode article) {

    /** @throws IllegalArgumentException if it refers to something that is not there */
    JsonNode fill(JsonNode form) {
        if (form.isTextual() && form.asText().startsWith("@")) {
            return JsonNodeFactory.instance.textNode(id(form.asText()));
        }
        if (form.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            form.forEach(item -> filled.add(fill(item)));
            return filled;
        }
        if (form.isObject()) {
            return form.has("quote") && form.has("section") ? appearance(form) : members(form);
        }
        return form;
    }

    private ObjectNode members(JsonNode form) {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        form.fields().forEachRemaining(member -> filled.set(member.getKey(), fill(member.getValue())));
        return filled;
    }

    private ObjectNode appearance(JsonNode form) {
        String section = form.path("section").asText();
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        filled.put("articleId", article.path("id").asText());
        filled.put("articleRevision", article.path("revision").asInt());
        filled.put("sectionId", section);
        filled.set("selector", selector(section, form.path("quote").asText()));
        ObjectNode rest = members(form);
        rest.remove("section");
        rest.remove("quote");
        return filled.setAll(rest);
    }

    /** Offsets count Unicode code points of the section's text. */
    private ObjectNode selector(String section, String quote) {
        String text = sections().getOrDefault(section, "");
        int at = text.indexOf(quote);
        if (at < 0) {
            throw new IllegalArgumentException("Section " + section + " does not say: " + quote);
        }
        int start = text.codePointCount(0, at);
        ObjectNode selector = JsonNodeFactory.instance.objectNode();
        selector.putObject("quote").put("exact", quote);
        selector.putObject("position").put("start", start).put("end", start + quote.codePointCount(0, quote.length()));
        return selector;
    }

    private Map<String, String> sections() {
        Map<String, String> texts = new HashMap<>();
        article.path("sections")
                .forEach(section -> texts.put(
                        section.path("id").asText(), section.path("text").asText()));
        return texts;
    }

    private String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("Nothing is called " + name + ".");
        }
        return id;
    }
}

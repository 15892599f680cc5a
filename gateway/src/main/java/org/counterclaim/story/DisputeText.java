package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is disputed in a story, for people: each assertion with who says so and who denies it, in exact words. */
final class DisputeText {

    private final JsonNode claims;
    private final Map<String, JsonNode> parties;
    private final Map<String, JsonNode> items;

    /** @param claims the claims of a story */
    DisputeText(JsonNode claims) {
        this.claims = claims;
        this.parties = byId(claims.path("parties"));
        this.items = byId(claims.path("items"));
    }

    private static Map<String, JsonNode> byId(JsonNode things) {
        Map<String, JsonNode> byId = new HashMap<>();
        things.forEach(thing -> byId.put(thing.path("id").asText(), thing));
        return byId;
    }

    /** Paragraphs, one for each assertion, and one for all that is not disputed. */
    List<String> blocks() {
        List<String> blocks = new ArrayList<>();
        for (JsonNode entry : claims.path("digest").path("disputed")) {
            JsonNode claim = items.get(entry.path("claimId").asText());
            if (claim != null) {
                blocks.add((blocks.size() + 1) + ". " + String.join("\n   ", lines(claim)));
            }
        }
        if (blocks.isEmpty()) {
            blocks.add("Nothing that stands in it.");
        }
        blocks.add("Other claims: " + others() + ".");
        return blocks;
    }

    private String others() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        claims.path("digest")
                .fields()
                .forEachRemaining(bucket ->
                        counts.put(words(bucket.getKey()), bucket.getValue().size()));
        counts.remove("disputed");
        return counts.entrySet().stream()
                .map(bucket -> bucket.getValue() + " " + bucket.getKey())
                .collect(Collectors.joining(", "));
    }

    private List<String> lines(JsonNode claim) {
        List<String> lines = new ArrayList<>();
        lines.add(claim.path("text").asText());
        lines.add("Status: " + words(claim.path("disputeStatus").path("value").asText()));
        String quotes = quotes(claim.path("appearances"));
        if (!quotes.isEmpty()) {
            lines.add("In the text: " + quotes);
        }
        Set<String> superseded = new HashSet<>();
        claim.path("positions").forEach(p -> superseded.add(p.path("supersedes").asText()));
        for (JsonNode position : claim.path("positions")) {
            if (!superseded.contains(position.path("id").asText())) {
                lines.add(position(position));
            }
        }
        claim.path("evidence").forEach(item -> lines.add(evidence(item)));
        return lines;
    }

    private String position(JsonNode position) {
        String aspect = position.path("aspect").asText();
        String words = quotes(position.path("appearances"));
        return party(position.path("party").asText())
                + " " + words(position.path("stance").asText())
                + (aspect.equals("whole") ? "" : " (" + words(aspect) + ")")
                + hedge(position.path("hedge"))
                + (words.isEmpty() ? "" : ": " + words);
    }

    private String party(String id) {
        JsonNode party = parties.get(id);
        if (party == null) {
            return id;
        }
        JsonNode title = party.path("jobTitle");
        return party.path("name").asText() + (title.isTextual() ? ", " + title.asText() + "," : "");
    }

    private static String hedge(JsonNode hedge) {
        String level = hedge.path("level").asText("asserted");
        if (level.equals("asserted")) {
            return "";
        }
        List<String> cues = new ArrayList<>();
        hedge.path("cues").forEach(cue -> cues.add("“" + cue.asText() + "”"));
        return " [" + words(level) + (cues.isEmpty() ? "" : ": " + String.join(", ", cues)) + "]";
    }

    /** The exact words with how they are hedged. */
    private static String quotes(JsonNode appearances) {
        List<String> quotes = new ArrayList<>();
        for (JsonNode place : appearances) {
            JsonNode exact = place.path("selector").path("quote").path("exact");
            if (exact.isTextual()) {
                quotes.add("“" + exact.asText() + "”" + hedge(place.path("hedge")));
            }
        }
        return String.join("; ", quotes);
    }

    private String evidence(JsonNode item) {
        JsonNode holder = item.path("heldBy");
        return "Evidence: " + item.path("name").asText() + " ("
                + words(item.path("access").asText())
                + (holder.isTextual() ? ", held by " + party(holder.asText()).replaceAll(",$", "") : "") + ")";
    }

    private static String words(String constant) {
        return constant.replace('_', ' ');
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + words(word.substring(1));
    }
}

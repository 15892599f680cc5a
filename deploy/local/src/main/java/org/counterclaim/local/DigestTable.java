package org.counterclaim.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A story's digest for a terminal: which of its claims are agreed, disputed and so on, and who holds what. */
final class DigestTable {

    private static final List<String> BUCKETS =
            List.of("agreed", "disputed", "one_sided", "unattributed", "not_alleged", "unknown", "withdrawn");
    private static final Map<String, String> STANCES = Map.of(
            "acknowledges_unknown", "says it is not known",
            "not_recorded", "not recorded");

    private final Map<String, JsonNode> claims;
    private final Map<String, JsonNode> parties;

    private DigestTable(JsonNode part) {
        this.claims = byId(part.path("items"));
        this.parties = byId(part.path("parties"));
    }

    /**
     * The digest of a story.
     *
     * @param story what {@code GET /v1/stories/{id}} answers
     */
    static String of(JsonNode story) {
        JsonNode part = story.path("claims");
        DigestTable table = new DigestTable(part);
        return BUCKETS.stream()
                .filter(bucket -> !part.path("digest").path(bucket).isEmpty())
                .map(bucket -> table.rows(bucket, part.path("digest").path(bucket)))
                .collect(Collectors.joining(
                        "\n", story.path("article").path("headline").asText() + "\n\n", ""));
    }

    private String rows(String bucket, JsonNode entries) {
        String heading = words(bucket).toUpperCase(Locale.ROOT) + " (" + entries.size() + ")\n";
        return stream(entries).map(entry -> row(bucket, entry)).collect(Collectors.joining("", heading, ""));
    }

    private String row(String bucket, JsonNode entry) {
        String status = entry.path("disputeStatus").asText();
        String remark = status.equals(bucket) ? "" : " [" + words(status) + "]";
        String holders = holders(claims.get(entry.path("claimId").asText()));
        return "  " + entry.path("shortText").asText() + remark + "\n"
                + (holders.isEmpty() ? "" : "      " + holders + "\n");
    }

    private String holders(JsonNode claim) {
        if (claim == null) {
            return "";
        }
        Set<String> superseded = stream(claim.path("positions"))
                .map(position -> position.path("supersedes").asText())
                .collect(Collectors.toSet());
        return stream(claim.path("positions"))
                .filter(position -> !superseded.contains(position.path("id").asText()))
                .map(this::holding)
                .collect(Collectors.joining(" · "));
    }

    private String holding(JsonNode position) {
        JsonNode party = parties.get(position.path("party").asText());
        String name = party == null ? "somebody" : party.path("name").asText();
        String stance = position.path("stance").asText();
        String aspect = position.path("aspect").asText();
        return name + " " + STANCES.getOrDefault(stance, words(stance))
                + (aspect.equals("whole") ? "" : " (" + words(aspect) + ")");
    }

    private static String words(String word) {
        return word.equals("one_sided") ? "one-sided" : word.replace('_', ' ');
    }

    private static Map<String, JsonNode> byId(JsonNode things) {
        return stream(things).collect(Collectors.toMap(thing -> thing.path("id").asText(), thing -> thing));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.upstream.UpstreamFailure.Reason;

/** A story in the making of which only chosen parts are shown. */
final class ChosenStory {

    private final ObjectNode story;
    private final Composed whole;
    private final Set<Include> include;
    private final ObjectNode shown = JsonNodeFactory.instance.objectNode();
    private final List<Missing> missing = new ArrayList<>();

    ChosenStory(ObjectNode story, Composed whole, Set<Include> include) {
        this.story = story;
        this.whole = whole;
        this.include = include;
        shown.set("id", story.path("id"));
        shown.set("article", story.path("article"));
        if (include.contains(Include.CLAIMS)) {
            ofClaims(Include.CLAIMS, story.path("claims"));
        }
        if (include.contains(Include.EVIDENCE)) {
            ofClaims(Include.EVIDENCE, evidence(story.path("claims")));
        }
        if (include.contains(Include.SOURCES)) {
            shown.set(Include.SOURCES.member(), array(story.path("article").path("sources")));
        }
    }

    /** Shows what is made of the claims, or says that they are missing. */
    private void ofClaims(Include part, JsonNode made) {
        if (story.has("claims")) {
            shown.set(part.member(), made);
        } else {
            whole.completeness()
                    .firstMissing()
                    .map(claims -> new Missing(part.member(), claims.reason(), claims.retryAfter()))
                    .ifPresent(missing::add);
        }
    }

    private static ArrayNode evidence(JsonNode claims) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Set<String> ids = new HashSet<>();
        for (JsonNode claim : claims.path("items")) {
            for (JsonNode item : claim.path("evidence")) {
                if (ids.add(item.path("id").asText())) {
                    all.add(item);
                }
            }
        }
        return all;
    }

    private static JsonNode array(JsonNode items) {
        return items.isArray() ? items : JsonNodeFactory.instance.arrayNode();
    }

    /**
     * Adds what was asked for separately.
     *
     * @param got null if it was not
     */
    ChosenStory with(Include part, Got got, JsonNode member) {
        if (got != null && got.missing() != null) {
            missing.add(got.missing());
        } else if (got != null && member.isMissingNode()) {
            missing.add(new Missing(part.member(), Reason.INVALID, 1));
        } else if (got != null) {
            shown.set(part.member(), member);
        }
        return this;
    }

    Composed compose(StoryJson json) {
        Completeness completeness = new Completeness(
                missing,
                whole.completeness().stale().stream()
                        .filter(stale -> !stale.part().equals(ClaimSource.PART) || showsClaims())
                        .toList());
        String tag = completeness.isWhole() ? Variant.tag(whole.tag(), Include.PARAMETER, made()) : null;
        shown.putRawValue("completeness", new RawValue(completeness.json()));
        return new Composed(json.write(shown), tag, whole.links(), whole.slug(), completeness);
    }

    private boolean showsClaims() {
        return include.contains(Include.CLAIMS) || include.contains(Include.EVIDENCE);
    }

    /** What the tag of the story does not speak of. */
    private List<String> made() {
        String names = include.stream().map(Include::member).collect(Collectors.joining(","));
        return Stream.concat(
                        Stream.of(names),
                        Stream.of(Include.POSITIONS, Include.RELATED)
                                .map(part -> shown.path(part.member()).toString()))
                .toList();
    }
}

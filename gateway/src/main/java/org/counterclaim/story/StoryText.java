package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A story for people who read text: the article with all that its readers must know of it, then what is disputed in it. */
final class StoryText {

    private static final int DAY = 10;

    private final ObjectNode story;
    private final Completeness completeness;
    private final List<String> blocks = new ArrayList<>();

    private StoryText(ObjectNode story, Completeness completeness) {
        this.story = story;
        this.completeness = completeness;
    }

    /** @param story as it is composed in JSON */
    static String of(ObjectNode story, Completeness completeness) {
        StoryText text = new StoryText(story, completeness);
        text.head();
        text.body();
        text.dispute();
        return text.blocks.stream().filter(Objects::nonNull).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private void head() {
        JsonNode article = story.path("article");
        blocks.add(article.path("headline").asText());
        blocks.add(article.path("standfirst").textValue());
        String names = names(article.path("author"));
        String line = Stream.of(
                        names.isEmpty() ? null : "By " + names,
                        article.path("datePublished").path("value").textValue(),
                        article.path("url").textValue())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" | "));
        blocks.add(line.isEmpty() ? null : line);
        String notice = article.path("notice").textValue();
        blocks.add(notice == null ? null : "Retracted: " + notice);
    }

    private static String names(JsonNode contributors) {
        List<String> names = new ArrayList<>();
        contributors.forEach(one -> names.add(one.path("name").asText()));
        return String.join(", ", names);
    }

    private void body() {
        for (JsonNode section : story.path("article").path("sections")) {
            if (!section.path("role").asText().equals("headline")) {
                blocks.add(section.path("text").asText());
            }
        }
        for (JsonNode correction : story.path("article").path("corrections")) {
            blocks.add(DisputeText.capital(correction.path("type").asText()) + ", "
                    + day(correction.path("datePublished").asText()) + ": "
                    + correction.path("text").asText());
        }
    }

    private static String day(String time) {
        return time.substring(0, Math.min(DAY, time.length()));
    }

    private void dispute() {
        blocks.add("WHAT IS DISPUTED");
        completeness.stale().forEach(stale -> blocks.add("(The " + stale.part() + " as of " + stale.asOf() + ".)"));
        completeness
                .firstMissing()
                .ifPresentOrElse(
                        missing -> blocks.add(
                                "What is disputed cannot be told now. Ask again in " + missing.retryAfter() + " s."),
                        () -> blocks.addAll(new DisputeText(story.path("claims")).blocks()));
    }
}

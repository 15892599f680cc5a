package org.counterclaim.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Publishes a text with the claims that are proposed for it, so that a newcomer sees at once who disputes what. In a newsroom an
 * editor would choose among them; here, and only here, all that are sure enough are published, and say that nobody reviewed them.
 */
final class OwnStory {

    /** So sure a proposed claim must be, from 0 to 1. */
    static final double SURE = 0.6;

    private static final int MOST = 100;
    private static final String ACCEPTED = "Accepted by the person who published it from the command line.";
    private static final String UNREVIEWED = "Proposed by rules for a demonstration; nobody has reviewed it.";

    private final Newsroom newsroom;
    private final PrintStream out;

    OwnStory(Newsroom newsroom, PrintStream out) {
        this.newsroom = newsroom;
        this.out = out;
    }

    /**
     * Publishes it and prints its digest.
     *
     * @return id of the article
     */
    String publish(Path file) {
        JsonNode article = newsroom.publish("/v1/articles", draft(file), ACCEPTED);
        String id = article.path("id").asText();
        JsonNode proposals = newsroom.create("/v1/proposals", member("articleId", article.path("id")));
        ObjectNode acceptance = acceptance(proposals);
        out.printf(
                "%nYour story: %d of %d proposed claims are at least %.1f sure, and it is clear who speaks. They are published in this demonstration only, UNREVIEWED.%n%n",
                acceptance.path("chosen").size(), proposals.path("claims").size(), SURE);
        if (!acceptance.path("chosen").isEmpty()) {
            newsroom.create("/v1/proposals:accept", acceptance)
                    .path("items")
                    .forEach(claim -> newsroom.publish("/v1/claims", claim, UNREVIEWED));
        }
        out.println(newsroom.story(id).map(DigestTable::of).orElse("The story is not public.\n"));
        return id;
    }

    private JsonNode draft(Path file) {
        try {
            return newsroom.createFromText("/v1/articles", Files.readAllBytes(file));
        } catch (IOException e) {
            throw Refusal.because("The story " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What is sure enough, as it was proposed. Which of two namesakes speaks only a person can say. */
    static ObjectNode acceptance(JsonNode proposals) {
        ObjectNode acceptance = member("articleId", proposals.path("articleId"));
        acceptance.set("articleRevision", proposals.path("articleRevision"));
        acceptance.put("note", UNREVIEWED);
        ArrayNode chosen = acceptance.putArray("chosen");
        Set<String> ambiguous = ambiguous(proposals);
        proposals.path("claims").forEach(claim -> {
            if (claim.path("confidence").asDouble() >= SURE && chosen.size() < MOST && !isBy(ambiguous, claim)) {
                chosen.add(claim);
            }
        });
        acceptance.set("attributions", proposals.path("attributions"));
        acceptance.set("speakers", proposals.path("speakers"));
        return acceptance;
    }

    /** Ids of what is said by somebody who may be one of several parties. */
    private static Set<String> ambiguous(JsonNode proposals) {
        Set<String> speakers = StreamSupport.stream(proposals.path("speakers").spliterator(), false)
                .filter(speaker -> !speaker.path("namesakes").isEmpty())
                .map(speaker -> speaker.path("key").asText())
                .collect(Collectors.toSet());
        return StreamSupport.stream(proposals.path("attributions").spliterator(), false)
                .filter(said -> speakers.contains(said.path("speaker").asText()))
                .map(said -> said.path("id").asText())
                .collect(Collectors.toSet());
    }

    private static boolean isBy(Set<String> attributions, JsonNode claim) {
        return Stream.of("assertedIn", "deniedIn", "otherIn")
                .flatMap(member -> StreamSupport.stream(claim.path(member).spliterator(), false))
                .anyMatch(id -> attributions.contains(id.asText()));
    }

    private static ObjectNode member(String name, JsonNode value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set(name, value);
        return node;
    }
}

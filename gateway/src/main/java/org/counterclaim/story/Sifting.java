package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.counterclaim.story.CardPages.Counted;
import org.counterclaim.upstream.UpstreamFailure;

/**
 * A page in the making of stories in which something is disputed, or nothing. Only the claims know which these are, so that pages
 * of articles are read and sifted, each no larger than what the page still lacks: where the last one ends is where the next page
 * begins, and nothing is skipped or shown twice.
 */
final class Sifting {

    /** Of the articles, at most. After them the page is as full as it is, and names the next one. */
    private static final int PAGES = 8;

    /** No further page is begun after it. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

    private final RawQuery filters;
    private final boolean disputed;
    private final int limit;
    private final List<ObjectNode> kept = new ArrayList<>();
    private final long begun = System.nanoTime();
    private String cursor;
    private Missing missing;
    private int pages;

    private Sifting(RawQuery filters, boolean disputed, int limit, String cursor) {
        this.filters = filters;
        this.disputed = disputed;
        this.limit = limit;
        this.cursor = cursor;
    }

    /**
     * Nothing was read yet.
     *
     * @param query as the reader sent it
     * @param cursor where to begin, null for the first page
     */
    static Sifting begin(RawQuery query, boolean disputed, int limit, String cursor) {
        return new Sifting(query.without(Set.of("disputed", "limit", "cursor")), disputed, limit, cursor);
    }

    /** For the next page of articles. */
    String query() {
        return filters.with("limit", String.valueOf(limit - kept.size()))
                .with("cursor", cursor)
                .text();
    }

    /**
     * Keeps of a page what was asked for. A card that alone has no counts stays: it may be one of them.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 or 504 if there are no counts at all to sift by
     */
    Sifting take(Counted page) {
        List<ObjectNode> cards = page.cards().all();
        if (page.missing() != null && cards.stream().noneMatch(card -> card.has(StoryCards.DIGEST))) {
            throw UpstreamFailure.problem(
                    page.missing().reason(), page.missing().retryAfter());
        }
        missing = page.missing() == null ? missing : page.missing();
        cards.stream().filter(this::isAskedFor).forEach(kept::add);
        JsonNode next = page.cards().position().path("nextCursor");
        cursor = next.isTextual() ? next.asText() : null;
        pages++;
        return this;
    }

    private boolean isAskedFor(ObjectNode card) {
        JsonNode digest = card.path(StoryCards.DIGEST);
        return digest.isMissingNode() || digest.path("disputed").asInt() > 0 == disputed;
    }

    boolean isDone() {
        return cursor == null
                || kept.size() >= limit
                || pages == PAGES
                || System.nanoTime() - begun > LONG_ENOUGH.toNanos();
    }

    /** The page without its completeness. */
    ObjectNode page() {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.putArray("items").addAll(kept);
        page.putObject("page").put("limit", limit).put("nextCursor", cursor);
        return page;
    }

    /** Null if every card has its counts. */
    Missing missing() {
        return missing;
    }

    /** Header {@code Link}. */
    String links() {
        RawQuery same = filters.with("disputed", String.valueOf(disputed)).with("limit", String.valueOf(limit));
        return PageLinks.of("/v1/stories", same, cursor);
    }
}

package org.counterclaim.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Loads the example as a newsroom would write it. What a load that was cut short has left is completed: parties and evidence are
 * known again by their names, claims by their texts.
 */
public final class ExampleLoader {

    private static final int AT_ONCE = 4;
    private static final String GAPS_ARE_SHOWN = "The story says no more; readers are shown the gap.";

    private final Newsroom newsroom;
    private final DataFolder data;
    private final Progress progress;
    private final Example example = Example.bundled();

    /**
     * A loader.
     *
     * @param data where it is kept that the load is complete
     */
    public ExampleLoader(Newsroom newsroom, DataFolder data, Progress progress) {
        this.newsroom = newsroom;
        this.data = data;
        this.progress = progress;
    }

    /**
     * Loads what is not there yet.
     *
     * @return id of the article
     * @throws Refusal with the answer if the interface does not take it
     */
    public String load() {
        Optional<JsonNode> present = newsroom.find("/v1/articles/by-slug/" + example.slug());
        Optional<String> complete = present.map(ExampleLoader::id).filter(data::hasExample);
        return complete.orElseGet(() -> {
            String id = complete(present);
            data.keepExample(id);
            return id;
        });
    }

    private String complete(Optional<JsonNode> present) {
        Map<String, String> ids = new HashMap<>(ensure("parties", example.parties(), new Filling(Map.of(), null)));
        Filling names = new Filling(Map.copyOf(ids), null);
        JsonNode draft = present.orElseGet(() -> newsroom.create("/v1/articles", names.fill(example.article())));
        JsonNode article = newsroom.publish("/v1/articles", draft, GAPS_ARE_SHOWN);
        progress.step(1, 1, "article");
        ids.putAll(ensure("evidence", example.evidence(), new Filling(ids, article)));
        publish(claims(new Filling(ids, article)));
        return id(article);
    }

    /** Ids by the names that the example gives. */
    private Map<String, String> ensure(String kind, Map<String, JsonNode> forms, Filling filling) {
        Map<String, JsonNode> there = by("name", newsroom.all("/v1/" + kind + "?limit=200"));
        Map<String, String> ids = new HashMap<>();
        forms.forEach((name, form) -> {
            JsonNode known = there.get(form.path("name").asText());
            ids.put(name, id(known == null ? newsroom.create("/v1/" + kind, filling.fill(form)) : known));
            progress.step(ids.size(), forms.size(), kind);
        });
        return ids;
    }

    /** Written one after the other, so that they stand in the order of the example. */
    private List<JsonNode> claims(Filling filling) {
        Map<String, JsonNode> there =
                by("text", newsroom.all("/v1/claims?limit=200&articleId=" + id(filling.article())));
        List<JsonNode> claims = new ArrayList<>();
        example.claims().forEach(form -> {
            JsonNode known = there.get(form.path("text").asText());
            claims.add(known == null ? newsroom.create("/v1/claims?allowDuplicate=true", filling.fill(form)) : known);
            progress.step(claims.size(), example.claims().size(), "claims written");
        });
        return claims;
    }

    private void publish(List<JsonNode> claims) {
        ExecutorService editors = Executors.newFixedThreadPool(AT_ONCE);
        AtomicInteger done = new AtomicInteger();
        try {
            CompletableFuture.allOf(claims.stream()
                            .map(claim -> CompletableFuture.runAsync(
                                    () -> {
                                        newsroom.publish("/v1/claims", claim, GAPS_ARE_SHOWN);
                                        progress.step(done.incrementAndGet(), claims.size(), "claims published");
                                    },
                                    editors))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : e;
        } finally {
            editors.shutdownNow();
        }
    }

    private static Map<String, JsonNode> by(String member, List<JsonNode> things) {
        return things.stream()
                .collect(Collectors.toMap(
                        thing -> thing.path(member).asText(), thing -> thing, (first, other) -> first));
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }
}

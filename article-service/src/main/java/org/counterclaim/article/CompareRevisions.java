package org.counterclaim.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonDiff;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Tells what changed between two revisions of an article. */
@Singleton
class CompareRevisions {

    /** What differs in any two revisions, or is told section by section. */
    private static final Set<String> UNTOLD = Set.of("id", "revision", "updatedAt", "sections");

    private final ObjectMapper json;

    CompareRevisions(ObjectMapper json) {
        this.json = json;
    }

    /** As a JSON Patch (RFC 6902) that makes the JSON of one revision that of the other. */
    JsonNode patch(Article from, Article to) {
        return JsonDiff.asJson(tree(from), tree(to));
    }

    /** In words. */
    ArticleDiff inWords(Article from, Article to) {
        JsonNode before = tree(from);
        JsonNode after = tree(to);
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<String> differing = names.stream()
                .filter(name -> !UNTOLD.contains(name) && !Objects.equals(before.get(name), after.get(name)))
                .toList();
        return ArticleDiff.between(from, to, differing);
    }

    private JsonNode tree(Article article) {
        return json.valueToTree(ArticleView.of(article));
    }
}

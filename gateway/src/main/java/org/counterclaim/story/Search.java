package org.counterclaim.story;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.page.Paging;

/** Finds words in both services at the same time, one call for each kind of thing. */
@Singleton
class Search {

    private final ArticleSource articles;
    private final ClaimSource claims;

    Search(ArticleSource articles, ClaimSource claims) {
        this.articles = articles;
        this.claims = claims;
    }

    /**
     * What was found of each kind, as its service writes it.
     *
     * @return a failure with 503 or 504 if nothing at all could be asked
     */
    Uni<Composed> find(Set<SearchType> types, RawQuery words, Paging paging, RoutingContext reader) {
        RawQuery query = words.with("limit", String.valueOf(paging.limit())).with("cursor", paging.cursor());
        List<SearchType> asked = List.copyOf(types);
        List<Uni<Got>> answers =
                asked.stream().map(type -> ask(type, query, reader)).toList();
        return Uni.combine().all().unis(answers).with(got -> compose(asked, got));
    }

    private Uni<Got> ask(SearchType type, RawQuery query, RoutingContext reader) {
        String target = type.target(query);
        return type == SearchType.STORY
                ? articles.found(type.member(), target, reader)
                : claims.found(type.member(), target, reader);
    }

    private static Composed compose(List<SearchType> asked, List<?> answers) {
        List<Missing> missing = new ArrayList<>();
        Splicing body = new Splicing();
        for (int i = 0; i < asked.size(); i++) {
            Got got = (Got) answers.get(i);
            if (got.missing() == null) {
                body.member(asked.get(i).member(), got.part().answer().body());
            } else {
                missing.add(got.missing());
            }
        }
        if (missing.size() == asked.size()) {
            throw StoryParts.problem(missing.get(0));
        }
        Completeness completeness = new Completeness(missing, List.of());
        return new Composed(body.end(completeness), tag(asked, answers), null, null, completeness);
    }

    /** What was found is the same while its lists are; null if one is missing or has no tag. */
    private static String tag(List<SearchType> asked, List<?> answers) {
        List<String> tags = answers.stream()
                .map(answer -> ((Got) answer).part())
                .map(part -> part == null ? null : part.tag())
                .toList();
        return tags.contains(null) ? null : "W/" + Preconditions.tag(List.of(asked.toString(), tags.toString()));
    }
}

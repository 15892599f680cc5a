package org.counterclaim.story;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The articles that claims stand in, as the caller may see them. Article-service decides who sees what: readers get what it has
 * said in its feed as long as the feed is heard, anything else is asked. When it cannot be asked, nothing is shown: a quotation
 * must not leak a story that is not public.
 */
@ApplicationScoped
public class Stories {

    /** How many ids article-service takes in one request. */
    private static final int BATCH = 200;

    private final ArticleApi articles;
    private final KnownStories known;
    private final Clock clock;

    Stories(@RestClient ArticleApi articles, KnownStories known, Clock clock) {
        this.articles = articles;
        this.known = known;
        this.clock = clock;
    }

    /**
     * The text of an article as it stands.
     *
     * @return the text; a failure with article-service's own 404, 410 or 451 if the caller may not see it, 503 if it cannot be asked
     */
    public Uni<ArticleText> text(String articleId, Caller caller) {
        return heardOf(articleId, caller).onItem().ifNull().switchTo(() -> asked(articles.get(articleId, null)));
    }

    /** The text of an article at one revision, null if there is none that the caller may see. */
    public Uni<ArticleText> textAt(String articleId, int revision) {
        return asked(articles.get(articleId, revision))
                .onFailure(failure -> failure instanceof HttpProblem problem && problem.getStatusCode() < 500)
                .recoverWithNull();
    }

    /** Those of the articles that the caller may see. */
    public Uni<Set<String>> visible(Collection<String> articleIds, Caller caller) {
        Set<String> all = Set.copyOf(articleIds);
        if (caller.seesDrafts() || !known.isCurrent()) {
            return ask(all);
        }
        return known.publicAmong(all).chain(shown -> ask(without(all, shown)).map(more -> union(shown, more)));
    }

    /** What is heard of a public article is good for readers; whether another one is public by now is asked. */
    private Uni<ArticleText> heardOf(String articleId, Caller caller) {
        return caller.seesDrafts() || !known.isCurrent()
                ? Uni.createFrom().nullItem()
                : known.find(articleId)
                        .map(story ->
                                story != null && story.article().isPublic(clock.instant()) ? story.article() : null);
    }

    private Uni<Set<String>> ask(Set<String> articleIds) {
        List<String> ids = List.copyOf(articleIds);
        return Multi.createFrom()
                .items(IntStream.iterate(0, from -> from < ids.size(), from -> from + BATCH)
                        .boxed())
                .map(from -> ids.subList(from, Math.min(from + BATCH, ids.size())))
                .onItem()
                .transformToUniAndConcatenate(batch -> asked(articles.list(batch, BATCH)))
                .onItem()
                .transformToIterable(ArticleApi.Cards::items)
                .map(ArticleApi.Card::id)
                .collect()
                .with(Collectors.toSet());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(id -> !some.contains(id)).collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }

    private static <T> Uni<T> asked(Uni<T> answer) {
        return answer.onFailure().transform(Stories::problem);
    }

    private static RuntimeException problem(Throwable failure) {
        int status = failure instanceof WebApplicationException answer
                ? answer.getResponse().getStatus()
                : 0;
        return switch (status) {
            case 404 -> Problem.NOT_FOUND.because("There is no article of this id, or it is not public.");
            case 410 -> Problem.GONE.because("The article is not available any more.");
            case 451 -> Problem.LEGAL.because("The article was removed by a legal order.");
            case 401 -> Problem.UNAUTHORIZED.because("The article service does not accept the token.");
            default ->
                Problem.UPSTREAM_UNAVAILABLE
                        .describe("The article service cannot be asked which stories are public.")
                        .withHeader(HttpHeaders.RETRY_AFTER, 2)
                        .build();
        };
    }
}

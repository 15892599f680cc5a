package org.counterclaim.story;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.story.StoryMeter.View;
import org.counterclaim.upstream.Answer;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Stories by what readers call them: their id, or their slug, of which each story may have had several. */
@Singleton
class NamedStories {

    private static final Pattern ID = Pattern.compile("art_[0-7][0-9A-HJKMNP-TV-Z]{25}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,200}");

    private final Stories stories;
    private final StoryMeter meter;

    NamedStories(Stories stories, StoryMeter meter) {
        this.stories = stories;
        this.meter = meter;
    }

    /** What is made of a story that was found. */
    interface Telling<T> extends Function<Composed, Uni<? extends RestResponse<T>>> {}

    /**
     * What is made of the story, or a redirection to the slug that it has now.
     *
     * @param name id or slug
     * @param rest of the address behind the name, empty for none
     */
    <T> Uni<RestResponse<T>> find(String name, String rest, RoutingContext reader, Telling<T> telling) {
        if (isId(name)) {
            return meter.watch(View.STORY, stories.byId(name, reader)).chain(telling);
        }
        return meter.watch(View.STORY, stories.byKnownSlug(name, reader))
                .chain(known -> known == null ? findBySlug(name, rest, reader, telling) : telling.apply(known));
    }

    static boolean isId(String name) {
        return ID.matcher(name).matches();
    }

    private <T> Uni<RestResponse<T>> findBySlug(String slug, String rest, RoutingContext reader, Telling<T> telling) {
        return meter.watch(View.STORY, article(slug, reader))
                .chain(article -> isMoved(article)
                        ? Uni.createFrom().item(NamedStories.<T>moved(article, rest))
                        : story(article, reader).chain(telling));
    }

    private Uni<Composed> story(Answer article, RoutingContext reader) {
        return meter.watch(View.STORY, Uni.createFrom().deferred(() -> stories.of(article, reader)));
    }

    /** What is no slug never leaves: it could be another path of the service. */
    private Uni<Answer> article(String slug, RoutingContext reader) {
        if (!SLUG.matcher(slug).matches()) {
            throw Problem.NOT_FOUND.because("This is neither the id nor the slug of a story.");
        }
        return stories.bySlug(slug, reader);
    }

    private static boolean isMoved(Answer article) {
        return article.status() == Status.PERMANENT_REDIRECT.getStatusCode();
    }

    private static <T> RestResponse<T> moved(Answer article, String rest) {
        String location = article.header(HttpHeaders.LOCATION);
        String slug = location.substring(location.lastIndexOf('/') + 1);
        return ResponseBuilder.<T>create(Status.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, "/v1/stories/" + slug + rest)
                .build();
    }
}

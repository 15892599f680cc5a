package org.counterclaim.story;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What this service asks of article-service for itself, with a token of the role service, which is renewed in time. */
@Path("/v1/articles")
@RegisterRestClient(configKey = "articles")
@OidcClientFilter
interface ArticleFeedApi {

    @GET
    @Path("/changes")
    Uni<Changes> changes(@RestQuery String cursor, @RestQuery int limit, @RestQuery int waitMs);

    @GET
    @Path("/{id}")
    Uni<ArticleText> get(@RestPath String id);

    /**
     * One page of the feed.
     *
     * @param behind whether article-service knows, or fears, that there is more; null if it is too old to say
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Changes(List<Item> items, Position page, Boolean behind) {}

    /** That an article changed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(long seq, String id, int revision) {}

    /** Where to go on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Position(String nextCursor) {}
}

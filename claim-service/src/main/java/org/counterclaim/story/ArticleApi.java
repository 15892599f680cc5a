package org.counterclaim.story;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What this service asks of article-service, with the caller's own credentials. */
@Path("/v1/articles")
@RegisterRestClient(configKey = "articles")
@RegisterClientHeaders
@CircuitBreaker(delay = 2000, skipOn = ClientWebApplicationException.class)
interface ArticleApi {

    @GET
    @Path("/{id}")
    Uni<ArticleText> get(@RestPath String id, @RestQuery Integer revision);

    @GET
    Uni<Cards> list(@RestQuery List<String> id, @RestQuery int limit);

    /** One page of articles. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Cards(List<Card> items) {}

    /** An article in a list. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Card(String id) {}
}

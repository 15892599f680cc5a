package org.counterclaim.article;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.search.FacetQuery;
import org.counterclaim.kit.search.FacetQuery.Field;
import org.counterclaim.kit.search.ListQuery;
import org.counterclaim.kit.store.Listing;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which articles a reader asks for, and in which order. */
public class ArticleQuery extends ListQuery {

    private static final int MAX_IDS = 200;

    private static final Map<String, Field> FACETS = Map.of(
            "section", Field.text("content.articleSection"),
            "subject", Field.each("content.subjects", "content.subjects.code"),
            "keyword", Field.each("content.keywords", "content.keywords"),
            "publisher", Field.text("content.publisher.name"),
            "language", Field.text("content.inLanguage"),
            "editorialStatus", Field.constant("editorial.status"));

    @RestQuery
    @Parameter(description = "Only these articles; may be repeated up to 200 times.")
    List<String> id;

    @RestQuery
    @Parameter(description = "Only those of this section of the publication.")
    String section;

    @RestQuery
    @Parameter(description = "Only those on the subject with this code, such as `medtop:16000000`.")
    String subject;

    @RestQuery
    @Parameter(description = "Only those with this keyword.")
    String keyword;

    @RestQuery
    @Parameter(description = "Only those of the publisher with this name or party id.")
    String publisher;

    @RestQuery
    @Parameter(
            description =
                    "Only those that may have been published then or later: a time, a day, a month or a year (UTC). What is dated to a month may be of any day in it; what has no date lies in no range.")
    String publishedFrom;

    @RestQuery
    @Parameter(description = "Only those that may have been published by the end of that time, day, month or year.")
    String publishedTo;

    @RestQuery
    @Parameter(
            description = "Only those that readers were told a correction or a retraction of; with `false` all others.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    String hasCorrection;

    @RestQuery
    @Parameter(
            description =
                    "What to count in all that is found, with commas between: `section`, `subject`, `keyword`, `publisher`, `language`, `editorialStatus`. The first 10,000 are counted, the 50 most frequent values of each named.")
    String facets;

    Listing forEveryone(Instant now) {
        return listing(and(
                in("editorial.status", EditorialStatus.PUBLISHED.name(), EditorialStatus.RETRACTED.name()),
                or(eq("content.embargoedUntil", null), lte("content.embargoedUntil", now)),
                or(eq("content.expires", null), gt("content.expires", now))));
    }

    Listing forTheNewsroom() {
        return listing(ne("editorial.status", EditorialStatus.REMOVED.name()));
    }

    FacetQuery facets() {
        return FacetQuery.of(facets, FACETS);
    }

    private Listing listing(Bson visible) {
        return listing(
                asked().that(ids())
                        .that(corrected())
                        .equal("content.articleSection", section)
                        .equal("content.subjects.code", subject)
                        .equal("content.keywords", keyword)
                        .anyEqual(List.of("content.publisher.name", "content.publisher.partyId"), publisher)
                        .during(ArticleFinding.PUBLISHED, "publishedFrom", publishedFrom, "publishedTo", publishedTo),
                visible);
    }

    private Stream<Bson> corrected() {
        return Stream.ofNullable(QueryParameters.flag("hasCorrection", hasCorrection))
                .map(asked -> exists("corrections.0", asked));
    }

    private Stream<Bson> ids() {
        if (id.size() > MAX_IDS) {
            throw QueryParameters.invalid("id", "At most " + MAX_IDS + " ids at once.");
        }
        return id.isEmpty() ? Stream.of() : Stream.of(in("_id", id));
    }
}

package org.counterclaim.article;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.store.Listing;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which articles a reader asks for, and in which order. */
public class ArticleQuery {

    private static final int MAX_IDS = 200;

    @RestQuery
    @Parameter(description = "Only these articles; may be repeated up to 200 times.")
    List<String> id;

    @RestQuery
    @Parameter(
            description = "Only those that stand there.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"draft", "in_review", "approved", "published", "withheld", "retracted"}))
    String editorialStatus;

    @RestQuery
    @Parameter(description = "Only those of this section of the publication.")
    String section;

    @RestQuery
    @Parameter(description = "Only those with this keyword.")
    String keyword;

    @RestQuery
    @Parameter(description = "Only those in this language (BCP 47).")
    String language;

    @RestQuery
    @Parameter(
            description = "Order; a minus sign puts the latest first.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"updatedAt", "-updatedAt"},
                            defaultValue = "-updatedAt"))
    String sort;

    Listing forEveryone(Instant now) {
        return listing(and(
                in("editorial.status", EditorialStatus.PUBLISHED.name(), EditorialStatus.RETRACTED.name()),
                or(eq("content.embargoedUntil", null), lte("content.embargoedUntil", now)),
                or(eq("content.expires", null), gt("content.expires", now))));
    }

    Listing forTheNewsroom() {
        return listing(Filters.ne("editorial.status", EditorialStatus.REMOVED.name()));
    }

    private Listing listing(Bson visible) {
        List<Bson> all = new ArrayList<>(List.of(visible));
        if (!id.isEmpty()) {
            all.add(in("_id", ids()));
        }
        if (editorialStatus != null) {
            all.add(eq(
                    "editorial.status",
                    QueryParameters.constant("editorialStatus", editorialStatus, EditorialStatus.class)
                            .name()));
        }
        addIfAsked(all, "content.articleSection", section);
        addIfAsked(all, "content.keywords", keyword);
        addIfAsked(all, "content.inLanguage", language);
        return new Listing(and(all), words(), "updatedAt", descending());
    }

    private static void addIfAsked(List<Bson> all, String field, String value) {
        if (value != null) {
            all.add(eq(field, value));
        }
    }

    private List<String> ids() {
        if (id.size() > MAX_IDS) {
            throw QueryParameters.invalid("id", "At most " + MAX_IDS + " ids at once.");
        }
        return id;
    }

    private boolean descending() {
        if (sort == null || sort.equals("-updatedAt")) {
            return true;
        }
        if (sort.equals("updatedAt")) {
            return false;
        }
        throw QueryParameters.invalid("sort", "updatedAt or -updatedAt.");
    }

    private String words() {
        return String.join(
                "\u0000",
                List.of(
                        String.valueOf(id),
                        String.valueOf(editorialStatus),
                        String.valueOf(section),
                        String.valueOf(keyword),
                        String.valueOf(language),
                        String.valueOf(descending())));
    }
}

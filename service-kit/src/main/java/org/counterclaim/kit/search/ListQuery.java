package org.counterclaim.kit.search;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.store.Listing;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What can be asked of every list of content, in the same words; each list adds what it alone knows. */
public abstract class ListQuery {

    @RestQuery
    @Parameter(
            description =
                    "Only those that have all these words in some form, by the rules of their language; `\"a phrase\"` as it stands, `-word` and `-\"a phrase\"` not at all. At most 1000 characters and 50 words and phrases.")
    String q;

    @RestQuery
    @Parameter(
            description = "Only those that stand there.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"draft", "in_review", "approved", "published", "withheld", "retracted"}))
    String editorialStatus;

    @RestQuery
    @Parameter(description = "Only those in this language (BCP 47) or a variety of it: `en` is `en-GB` too.")
    String language;

    @RestQuery
    @Parameter(
            description = "Only those that have changed since: a time, or the beginning of a day, month or year (UTC).")
    String updatedSince;

    @RestQuery
    @Parameter(
            description = "Order; a minus sign puts the latest first.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"updatedAt", "-updatedAt"},
                            defaultValue = "-updatedAt"))
    String sort;

    /** What is asked for. Words are read elsewhere: the dictionaries that this takes the first time must not stop an event loop. */
    public Uni<Listing> understood(Supplier<Listing> list) {
        Uni<Listing> understood = Uni.createFrom().item(list);
        return q == null ? understood : understood.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** What the reader asks for in these words, to be narrowed further. */
    protected Asked asked() {
        return new Asked()
                .search(q, language)
                .constant("editorial.status", "editorialStatus", editorialStatus, EditorialStatus.class)
                .language("content.inLanguage", "language", language)
                .since("updatedAt", "updatedSince", updatedSince);
    }

    /**
     * The list, in the order that the reader wants.
     *
     * @param visible what holds for all that he may see
     */
    protected Listing listing(Asked asked, Bson visible) {
        String order = sort == null ? "-updatedAt" : sort;
        if (!order.matches("-?updatedAt")) {
            throw QueryParameters.invalid("sort", "updatedAt or -updatedAt.");
        }
        return asked.listing(visible, "updatedAt", order.startsWith("-"));
    }
}

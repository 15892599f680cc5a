package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.page.Paging;

/** Pages of story cards: as the article service gives them, or sifted by whether anything in them is disputed. */
@Singleton
class StoryPages {

    private final CardPages cards;
    private final StoryJson json;

    StoryPages(CardPages cards, StoryJson json) {
        this.cards = cards;
        this.json = json;
    }

    /** @param query as the reader sent it; null for none */
    Uni<Composed> page(StoryQuery asked, String query, RoutingContext reader) {
        Boolean disputed = asked.disputed();
        if (disputed != null) {
            return sift(Sifting.begin(new RawQuery(query), disputed, asked.limit(), asked.cursor), reader);
        }
        return cards.read(query, reader).map(page -> compose(page.cards().page(), page.links(), page.missing()));
    }

    /** Of these articles, which one claim appears in. */
    Uni<Composed> of(List<String> ids, String claimId, Paging paging, RoutingContext reader) {
        RawQuery asked = new RawQuery(null).with("limit", String.valueOf(paging.limit()));
        if (ids.isEmpty()) {
            return Uni.createFrom()
                    .item(compose(StoryCards.none(paging.limit()), "/v1/claims/" + claimId, asked, null));
        }
        RawQuery query = asked.with("cursor", paging.cursor());
        for (String id : ids) {
            query = query.with("id", id);
        }
        return cards.read(query.text(), reader)
                .map(page -> compose(page.cards(), "/v1/claims/" + claimId, asked, page.missing()));
    }

    private Composed compose(StoryCards page, String owner, RawQuery asked, Missing missing) {
        String next = page.position().path("nextCursor").textValue();
        return compose(page.page(), PageLinks.of(owner + "/stories", asked, next), missing);
    }

    /** Reads on until the page is full, the list has ended, or it has taken long enough. */
    private Uni<Composed> sift(Sifting sifting, RoutingContext reader) {
        return cards.read(sifting.query(), reader)
                .map(sifting::take)
                .chain(more -> more.isDone()
                        ? Uni.createFrom().item(compose(more.page(), more.links(), more.missing()))
                        : sift(more, reader));
    }

    /** @param missing null for nothing */
    private Composed compose(ObjectNode page, String links, Missing missing) {
        Completeness completeness = Completeness.without(missing);
        String tag = missing == null ? tag(page) : null;
        page.putRawValue("completeness", new RawValue(completeness.json()));
        return new Composed(json.write(page), tag, links, null, completeness);
    }

    /** Where the next page begins follows from the cards; the cursor that says so is another one each time. */
    private static String tag(ObjectNode page) {
        JsonNode position = page.path("page");
        String around = position.path("limit") + " " + position.hasNonNull("nextCursor");
        return "W/" + Preconditions.tag(List.of(page.path("items").toString(), around));
    }
}

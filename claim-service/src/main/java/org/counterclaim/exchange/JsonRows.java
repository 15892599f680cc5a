package org.counterclaim.exchange;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.counterclaim.kit.problem.Problem;

/**
 * Rows in JSON documents: a thing, a list of things, or an object that has such a list; of several documents one after the other. A
 * list is read thing by thing.
 */
final class JsonRows implements RawRows {

    /** Members of a document that are lists of things: JSON-LD, schema.org's DataFeed and ItemList, Google's search. */
    private static final Set<String> LISTS = Set.of("@graph", "dataFeedElement", "itemListElement", "claims");

    private final RowBudget budget;
    private final JsonParser json;
    private final ObjectReader things;
    private final Queue<ReviewRow> found = new ArrayDeque<>();

    /** The members of the document that is being read, null between documents; those that are lists of things are not kept. */
    private ObjectNode document;

    private boolean inList;
    private boolean ended;

    JsonRows(InputStream in, ObjectMapper mapper) throws IOException {
        this.budget = new RowBudget(in);
        // behind a thing of a list comes the next one
        this.things = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.json = mapper.getFactory().createParser(budget);
        json.setCodec(mapper);
    }

    @Override
    public RawRow next() throws IOException {
        try {
            while (found.isEmpty() && !ended) {
                step(json.nextToken());
            }
            return found.isEmpty() ? null : RawRow.of(found.remove());
        } catch (JsonProcessingException e) {
            // not every fault says itself where it is
            JsonLocation at = json.currentLocation();
            throw Problem.MALFORMED.because("At line " + at.getLineNr() + ", column " + at.getColumnNr() + ": "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private void step(JsonToken token) throws IOException {
        if (token == null) {
            ended = true;
        } else if (inList) {
            inList = token != JsonToken.END_ARRAY;
            add(inList ? things(tree()) : Stream.empty());
        } else if (document != null) {
            member(token);
        } else if (token == JsonToken.START_ARRAY) {
            inList = true;
        } else if (token == JsonToken.START_OBJECT) {
            document = JsonNodeFactory.instance.objectNode();
        } else {
            throw Problem.MALFORMED.because("A JSON object or a list of them is expected.");
        }
    }

    private void member(JsonToken token) throws IOException {
        if (token == JsonToken.END_OBJECT) {
            add(things(document));
            document = null;
            return;
        }
        String name = json.currentName();
        boolean isList = json.nextToken() == JsonToken.START_ARRAY && LISTS.contains(name);
        if (isList) {
            inList = true;
        } else {
            document.set(name, tree());
        }
    }

    private JsonNode tree() throws IOException {
        return things.readTree(json);
    }

    private void add(Stream<ReviewRow> rows) {
        rows.forEach(found::add);
        budget.renew();
    }

    /** The rows in a thing: itself, or what an item of a feed or a list stands for. */
    private static Stream<ReviewRow> things(JsonNode thing) {
        if (JsonRow.isRow(thing)) {
            return JsonRow.of(thing);
        }
        return Stream.concat(LISTS.stream(), Stream.of("item", "mainEntity"))
                .map(thing::path)
                .flatMap(JsonTexts::each)
                .filter(JsonNode::isObject)
                .flatMap(JsonRows::things);
    }
}

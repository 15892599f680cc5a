package org.counterclaim.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.counterclaim.upstream.UpstreamFailure;

/** Answers as trees, where what is asked for has another shape than what the services give. Numbers stay as they are written. */
@Singleton
class StoryJson {

    private final ObjectMapper json;
    private final ObjectReader exact;

    StoryJson(ObjectMapper json) {
        this.json = json;
        this.exact = json.readerFor(JsonNode.class)
                .with(JsonNodeFactory.withExactBigDecimals(true))
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /**
     * What was composed, taken apart.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if a service's part cannot be
     */
    ObjectNode read(Composed story) {
        if (read(story.body()) instanceof ObjectNode tree) {
            return tree;
        }
        throw UpstreamFailure.problem(UpstreamFailure.Reason.INVALID, 1);
    }

    /** What is nested too deep, or has a member twice, is missing. */
    JsonNode read(byte[] body) {
        try {
            return exact.readTree(body);
        } catch (IOException e) {
            return json.missingNode();
        }
    }

    byte[] write(JsonNode tree) {
        try {
            return json.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.counterclaim.position;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.counterclaim.appearance.Hedge.Level;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked example that the rules were agreed on. */
@EnabledIfSystemProperty(
        named = "reference.data",
        matches = ".+",
        disabledReason = "needs -Dreference.data=DIR with seed-story.json")
class ReferenceStoryTest {

    static Stream<JsonNode> claims() throws IOException {
        Path file = Path.of(System.getProperty("reference.data"), "seed-story.json");
        return StreamSupport.stream(
                new ObjectMapper().readTree(file.toFile()).get("claims").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void everyStatusComesOutAsAgreed(JsonNode claim) {
        List<Position> positions = StreamSupport.stream(claim.get("positions").spliterator(), false)
                .map(ReferenceStoryTest::position)
                .toList();
        DisputeStatus status = DisputeRules.statusOf(positions);
        JsonNode expected = claim.get("disputeStatus");
        assertEquals(expected.get("value").asText(), status.value().name().toLowerCase(Locale.ROOT));
        List<String> because = StreamSupport.stream(expected.get("becauseOf").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        assertEquals(because, status.becauseOf(), claim.get("id").asText());
    }

    private static Position position(JsonNode json) {
        return APosition.of(json.get("side").textValue(), json.get("party").asText())
                .as(json.get("id").asText())
                .on(constant(Aspect.class, json.get("aspect")))
                .hedged(constant(Level.class, json.get("hedge").get("level")))
                .inPlaceOf(json.get("supersedes").textValue())
                .takes(constant(Stance.class, json.get("stance")));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode word) {
        return Enum.valueOf(type, word.asText().toUpperCase(Locale.ROOT));
    }
}

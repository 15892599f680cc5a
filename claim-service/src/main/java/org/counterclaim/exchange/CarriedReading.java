package org.counterclaim.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.claim.CarriedClaim;
import org.counterclaim.claim.CarriedClaimBuilder;
import org.counterclaim.claim.ClaimContent;
import org.counterclaim.claim.ImportKeys;
import org.counterclaim.evidence.EvidenceContent;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.party.PartyContent;
import org.counterclaim.position.Position;
import org.counterclaim.position.PositionContent;
import org.counterclaim.relation.Relation;
import org.counterclaim.review.RatingRules;
import org.counterclaim.review.Review;
import org.counterclaim.review.ReviewContent;
import org.counterclaim.review.ReviewSource;

/** Reads one line of an export of claims. What follows from the rest of it, such as the dispute status, is not read but made anew. */
final class CarriedReading {

    private static final String ULID = "[0-7][0-9A-HJKMNP-TV-Z]{25}";

    private final ObjectMapper json;
    private final ObjectReader lenient;
    private final Validator validator;
    private final RatingRules rules;
    private final String row;
    private final List<FieldError> errors = new ArrayList<>();

    /** @param row names the row among those of all imports */
    CarriedReading(ObjectMapper json, Validator validator, RatingRules rules, String row) {
        this.json = json;
        this.lenient = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.validator = validator;
        this.rules = rules;
        this.row = row;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 that points at what is wrong with it */
    CarriedClaim read(String text) throws JsonProcessingException {
        JsonNode line = json.readTree(text);
        ClaimContent content = read(line, "", ClaimContent.class);
        CarriedClaim claim = CarriedClaimBuilder.builder()
                .id(id(line, "", "clm_"))
                .content(content)
                .appearances(places(line, "/appearances"))
                .positions(list(line, "/positions", this::position))
                .reviews(reviews(line, content))
                .evidence(list(line, "/evidenceIds", (id, at) -> text(id, at, "evd_")))
                .relations(list(line, "/relations", this::relation))
                .mergedFrom(list(line, "/mergedFrom", (id, at) -> text(id, at, "clm_")))
                .parties(parties(line))
                .items(list(line, "/evidence", this::item))
                .build();
        requireSound();
        return claim;
    }

    private void requireSound() {
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code));
            throw Problem.VALIDATION.because("The line breaks " + errors.size() + " rule(s).", errors);
        }
    }

    /** Reads a thing that stands under a pointer. */
    private interface Part<T> {
        T at(JsonNode node, String pointer) throws JsonProcessingException;
    }

    private <T> List<T> list(JsonNode line, String member, Part<T> part) throws JsonProcessingException {
        List<T> all = new ArrayList<>();
        JsonNode items = line.at(member);
        for (int at = 0; at < items.size(); at++) {
            all.add(part.at(items.get(at), member + "/" + at));
        }
        return all;
    }

    private List<Appearance> places(JsonNode node, String member) throws JsonProcessingException {
        return list(
                node,
                member,
                (place, at) ->
                        new Appearance(id(place, at, Appearance.PREFIX), read(place, at, AppearanceContent.class)));
    }

    private Position position(JsonNode node, String pointer) throws JsonProcessingException {
        return Position.carried(
                id(node, pointer, Position.PREFIX),
                read(node, pointer, PositionContent.class),
                JsonTexts.text(node.path("side")),
                places(node, "/appearances"));
    }

    private List<Review> reviews(JsonNode line, ClaimContent content) throws JsonProcessingException {
        Map<String, Integer> occurrences = new LinkedHashMap<>();
        return list(line, "/reviews", (node, at) -> {
            ReviewContent review = read(node, at, ReviewContent.class);
            boolean imported = "imported".equals(JsonTexts.text(node.path("origin"))) && errors.isEmpty();
            ReviewSource source = imported
                    ? new ReviewSource(
                            ImportKeys.review(
                                    review.url(),
                                    ImportKeys.claim(content.text(), content.author()),
                                    occurrences.merge(review.url(), 1, Integer::sum)),
                            row)
                    : null;
            return errors.isEmpty() ? Review.of(id(node, at, Review.PREFIX), review, rules, source) : null;
        });
    }

    private Relation relation(JsonNode node, String pointer) throws JsonProcessingException {
        text(node.path("target"), pointer + "/target", "clm_");
        if (!node.path("type").isTextual()) {
            errors.add(new FieldError(pointer + "/type", "not-null", "A relation has a type."));
        }
        return lenient.treeToValue(node, Relation.class);
    }

    private Map<String, PartyContent> parties(JsonNode line) throws JsonProcessingException {
        Map<String, PartyContent> parties = new LinkedHashMap<>();
        list(line, "/parties", (node, at) -> parties.put(id(node, at, "pty_"), read(node, at, PartyContent.class)));
        return parties;
    }

    private CarriedClaim.Item item(JsonNode node, String pointer) throws JsonProcessingException {
        List<Appearance> places = places(node, "/appearances");
        ObjectNode bare =
                node.isObject() ? ((ObjectNode) node).deepCopy().without("appearances") : json.createObjectNode();
        return new CarriedClaim.Item(id(node, pointer, "evd_"), read(bare, pointer, EvidenceContent.class), places);
    }

    private <T> T read(JsonNode node, String pointer, Class<T> type) throws JsonProcessingException {
        T read = lenient.treeToValue(node.isObject() ? node : json.createObjectNode(), type);
        validator.validate(read).stream()
                .map(FieldError::of)
                .map(error -> new FieldError(pointer + error.pointer(), error.code(), error.detail()))
                .forEach(errors::add);
        return read;
    }

    private String id(JsonNode node, String pointer, String prefix) {
        return text(node.path("id"), pointer + "/id", prefix);
    }

    private String text(JsonNode id, String pointer, String prefix) {
        if (!id.asText().matches(prefix + ULID)) {
            errors.add(new FieldError(pointer, "pattern", "An id here is " + prefix + " and a ULID."));
        }
        return id.asText();
    }
}

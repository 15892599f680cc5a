package org.counterclaim.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.appearance.Hedge;
import org.counterclaim.appearance.QuotationType;
import org.counterclaim.appearance.Selector;
import org.counterclaim.evidence.Evidence;
import org.counterclaim.evidence.EvidenceContent;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.time.PartialDate.Precision;
import org.counterclaim.party.Party;
import org.counterclaim.party.PartyContent;
import org.counterclaim.position.Aspect;
import org.counterclaim.position.Position;
import org.counterclaim.position.Stance;

/** The worked example as claims, read from either of its two forms: the reference's, or the one that the launcher loads. */
final class WorkedExample {

    private static final String ARTICLE = "art_01ARZ3NDEKTSV4RRFFQ69G5FAV";

    private final JsonNode root;
    private final Map<String, String> sections = new HashMap<>();
    private int positions;

    private WorkedExample(JsonNode root) {
        this.root = root;
        root.path("article").path("sections").forEach(s -> sections.put(text(s, "id"), text(s, "text")));
    }

    static WorkedExample of(InputStream file) {
        try (file) {
            return new WorkedExample(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** All claims in their order, named {@code clm_01} and so on. */
    List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        root.path("claims").forEach(json -> claims.add(claim("clm_%02d".formatted(claims.size() + 1), json)));
        return claims;
    }

    List<Party> parties() {
        return named(root.path("parties")).map(this::party).toList();
    }

    List<Evidence> evidence(Claim claim) {
        return named(root.path("evidence"))
                .map(this::evidence)
                .filter(item -> claim.evidenceIds().contains(item.id()))
                .toList();
    }

    private Claim claim(String id, JsonNode json) {
        Claim draft = Claim.drafted(
                id,
                content(json),
                all(json.path("appearances"), this::appearance),
                all(json.path("positions"), this::position),
                new Editorial(EditorialStatus.PUBLISHED, List.of(), null),
                Instant.EPOCH);
        return draft;
    }

    private ClaimContent content(JsonNode json) {
        JsonNode date = json.path("claimDate");
        return new ClaimContent(
                text(json, "text"),
                text(json, "shortText"),
                text(json, "inLanguage"),
                name(json.path("author")),
                null,
                all(json.path("claimType"), type -> constant(ClaimContent.Type.class, type)),
                null,
                hedge(json.path("hedge")),
                all(json.path("quantities"), WorkedExample::quantity),
                new ClaimDate(
                        text(date, "value"), constant(Precision.class, date.path("precision")), text(date, "basis")),
                all(json.path("about"), WorkedExample::name),
                null);
    }

    private static Quantity quantity(JsonNode json) {
        return new Quantity(
                number(json.path("value")),
                number(json.path("minValue")),
                number(json.path("maxValue")),
                constant(Quantity.Comparator.class, json.path("comparator")),
                text(json, "unitText"),
                null,
                null);
    }

    private Appearance appearance(JsonNode json) {
        String section = json.has("section") ? text(json, "section") : text(json, "sectionId");
        String exact = json.has("quote")
                ? text(json, "quote")
                : text(json.path("selector").path("quote"), "exact");
        String whole = sections.get(section);
        int at = whole.indexOf(exact);
        Selector selector = new Selector(
                new Selector.Quote(exact, whole.substring(Math.max(0, at - 32), at), ""), new Selector.Position(0, 1));
        return Appearance.of(new AppearanceContent(
                ARTICLE,
                1,
                section,
                selector,
                null,
                null,
                null,
                null,
                constant(QuotationType.class, json.path("quotationType")),
                json.path("hedge").isObject() ? hedge(json.path("hedge")) : null));
    }

    private Position position(JsonNode json) {
        String party = name(json.path("party"));
        String side = parties().stream()
                .filter(p -> p.id().equals(party))
                .findFirst()
                .orElseThrow()
                .side();
        return new Position(
                "pos_%03d".formatted(++positions),
                party,
                side,
                constant(Stance.class, json.path("stance")),
                constant(Aspect.class, json.path("aspect")),
                constant(QuotationType.class, json.path("quotationType")),
                hedge(json.path("hedge")),
                null,
                null,
                all(json.path("evidence"), WorkedExample::name),
                null,
                all(json.path("appearances"), this::appearance));
    }

    private Party party(Map.Entry<String, JsonNode> named) {
        return new Party(
                named.getKey(),
                1,
                new PartyContent(
                        PartyContent.Type.ORGANIZATION,
                        text(named.getValue(), "name"),
                        null,
                        null,
                        null,
                        null,
                        text(named.getValue(), "side")),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private Evidence evidence(Map.Entry<String, JsonNode> named) {
        return new Evidence(
                named.getKey(),
                1,
                new EvidenceContent(
                        EvidenceContent.Kind.DOCUMENT,
                        text(named.getValue(), "name"),
                        null,
                        null,
                        null,
                        constant(EvidenceContent.Access.class, named.getValue().path("access")),
                        false,
                        null,
                        null,
                        null,
                        null),
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** Things under their names: members of an object, or items of a list that say their ids. */
    private static Stream<Map.Entry<String, JsonNode>> named(JsonNode things) {
        return things.isArray()
                ? StreamSupport.stream(things.spliterator(), false)
                        .map(thing -> Map.entry(name(thing.path("id")), thing))
                : things.properties().stream().map(thing -> Map.entry(name(thing.getKey()), thing.getValue()));
    }

    private static Hedge hedge(JsonNode json) {
        return json.isObject() ? new Hedge(constant(Hedge.Level.class, json.path("level")), null, null) : Hedge.NONE;
    }

    private static BigDecimal number(JsonNode json) {
        return json.isNumber() ? json.decimalValue() : null;
    }

    private static String text(JsonNode json, String member) {
        return json.path(member).textValue();
    }

    private static String name(JsonNode id) {
        return name(id.textValue());
    }

    /** One form writes {@code @moscow} for {@code pty_moscow}. */
    private static String name(String id) {
        return id == null ? null : id.replaceFirst("^(@|pty_|evd_)", "");
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode word) {
        return word.isTextual() ? Enum.valueOf(type, word.asText().toUpperCase(Locale.ROOT)) : null;
    }

    private static <T> List<T> all(JsonNode list, Function<JsonNode, T> each) {
        return StreamSupport.stream(list.spliterator(), false).map(each).toList();
    }
}

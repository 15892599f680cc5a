package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.appearance.CheckAppearances;
import org.counterclaim.evidence.KnownEvidence;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.party.KnownParties;
import org.counterclaim.party.Party;
import org.counterclaim.position.Position;
import org.counterclaim.position.PositionContent;

/** Makes the parts of a claim from what a newsroom wrote: known parties, known evidence, words that the articles have. */
@ApplicationScoped
class ClaimParts {

    private final KnownParties parties;
    private final KnownEvidence evidence;
    private final CheckAppearances quotes;

    ClaimParts(KnownParties parties, KnownEvidence evidence, CheckAppearances quotes) {
        this.parties = parties;
        this.evidence = evidence;
        this.quotes = quotes;
    }

    /** The wording, once the parties that it names are known. */
    Uni<ClaimContent> wording(ClaimContent content) {
        Map<String, String> named = new HashMap<>();
        named.put("/author", content.author());
        named.put("/claimInterpreter", content.claimInterpreter());
        named.values().removeIf(party -> party == null);
        return parties.named(named).replaceWith(content);
    }

    /** Nothing if there is such an item of evidence; 404 if there is none. */
    Uni<Void> evidence(String id) {
        return evidence.isKnown(id)
                .invoke(known -> {
                    if (!known) {
                        throw Problem.NOT_FOUND.because("There is no evidence of this id.");
                    }
                })
                .replaceWithVoid();
    }

    /** One place, which is the whole body of a request. */
    Uni<Appearance> appearance(String id, AppearanceContent content) {
        return quotes.in(Map.of("", content)).map(checked -> new Appearance(id, checked.get("")));
    }

    /** All places of a new claim. */
    Uni<List<Appearance>> appearances(List<AppearanceContent> contents) {
        return quotes.in(contents, "/appearances")
                .map(checked -> checked.stream().map(Appearance::of).toList());
    }

    /** One position, which is the whole body of a request. */
    Uni<Position> position(String id, PositionContent content) {
        return positions(Map.of("", content), () -> id).map(made -> made.get(0));
    }

    /** All positions of a new claim. */
    Uni<List<Position>> positions(List<PositionContent> contents) {
        Map<String, PositionContent> placed = new LinkedHashMap<>();
        IntStream.range(0, contents.size()).forEach(i -> placed.put("/positions/" + i, contents.get(i)));
        return positions(placed, Position::newId);
    }

    private Uni<List<Position>> positions(Map<String, PositionContent> placed, Supplier<String> ids) {
        Map<String, String> named = new HashMap<>();
        Map<String, String> brought = new HashMap<>();
        Map<String, AppearanceContent> quoted = new HashMap<>();
        placed.forEach((pointer, content) -> {
            named.put(pointer + "/party", content.party());
            brought.putAll(CheckAppearances.placed(content.evidence(), pointer + "/evidence"));
            quoted.putAll(CheckAppearances.placed(content.appearances(), pointer + "/appearances"));
        });
        return evidence.named(brought)
                .chain(() -> parties.named(named))
                .chain(known -> quotes.in(quoted).map(checked -> make(placed, ids, known, checked)));
    }

    private static List<Position> make(
            Map<String, PositionContent> placed,
            Supplier<String> ids,
            Map<String, Party> parties,
            Map<String, AppearanceContent> checked) {
        return placed.entrySet().stream()
                .map(entry -> {
                    PositionContent content = entry.getValue();
                    String at = entry.getKey() + "/appearances/";
                    List<AppearanceContent> quoted = IntStream.range(
                                    0, content.appearances().size())
                            .mapToObj(i -> checked.get(at + i))
                            .toList();
                    return Position.of(
                            ids.get(),
                            content.with(quoted),
                            parties.get(content.party()).side());
                })
                .toList();
    }
}

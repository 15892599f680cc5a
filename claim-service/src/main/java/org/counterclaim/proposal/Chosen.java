package org.counterclaim.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.appearance.Hedge;
import org.counterclaim.attribution.Amount;
import org.counterclaim.attribution.Attribution;
import org.counterclaim.attribution.Speaker;
import org.counterclaim.claim.ClaimContent;
import org.counterclaim.claim.Quantity;
import org.counterclaim.position.PositionContent;

/** What was chosen, with the parties that its speakers are: each claim as it is to be written. */
final class Chosen {

    private static final int SHORT = 75;
    private static final int MOST_PLACES = 20;
    private static final int LONGEST_UNIT = 100;

    private final AcceptRequest request;
    private final Map<String, Attribution> attributions;
    private final Map<String, String> parties;
    private final Quoting quoting;

    /**
     * @param parties ids by the speakers' keys
     */
    Chosen(AcceptRequest request, Map<String, String> parties, Quoting quoting) {
        this.request = request;
        this.attributions = byId(request.attributions());
        this.parties = parties;
        this.quoting = quoting;
    }

    static Map<String, Attribution> byId(List<Attribution> attributions) {
        return attributions.stream().collect(Collectors.toMap(Attribution::id, Function.identity(), (a, b) -> a));
    }

    static Stream<String> idsOf(ProposedClaim claim) {
        return Stream.of(claim.assertedIn(), claim.deniedIn(), claim.otherIn()).flatMap(List::stream);
    }

    /** Those that speak in the chosen claims. */
    static List<Speaker> speakers(AcceptRequest request) {
        Map<String, Attribution> known = byId(request.attributions());
        List<String> keys = request.chosen().stream()
                .flatMap(Chosen::idsOf)
                .map(id -> known.get(id).speaker())
                .distinct()
                .toList();
        return request.speakers().stream()
                .filter(speaker -> keys.contains(speaker.key()))
                .toList();
    }

    ClaimContent content(ProposedClaim claim) {
        Attribution first = attributions.get(idsOf(claim).findFirst().orElseThrow());
        boolean asserted = !claim.assertedIn().isEmpty();
        return new ClaimContent(
                claim.text(),
                shortened(claim.text()),
                request.language() == null ? "en" : request.language(),
                asserted ? parties.get(first.speaker()) : null,
                null,
                null,
                null,
                asserted ? ProposedPositions.hedge(first) : Hedge.NONE,
                first.quantities().stream().flatMap(Chosen::quantity).limit(50).toList(),
                null,
                null,
                null);
    }

    /** Where it is asserted; where nobody asserts it, where it is spoken of. */
    List<AppearanceContent> appearances(ProposedClaim claim) {
        List<String> ids = claim.assertedIn().isEmpty() ? idsOf(claim).toList() : claim.assertedIn();
        return ids.stream()
                .flatMap(id -> places(id).stream())
                .limit(MOST_PLACES)
                .toList();
    }

    /** One for each party and stance, with all places where it is taken. */
    List<PositionContent> positions(ProposedClaim claim) {
        Map<List<Object>, PositionContent> positions = new LinkedHashMap<>();
        idsOf(claim).forEach(id -> {
            Attribution attribution = attributions.get(id);
            String party = parties.get(attribution.speaker());
            if (party != null) {
                boolean denies = claim.deniedIn().contains(id);
                PositionContent position = ProposedPositions.of(attribution, denies, party, places(id), request.note());
                positions.merge(List.of(party, position.stance(), position.aspect()), position, Chosen::withPlaces);
            }
        });
        return List.copyOf(positions.values());
    }

    private static PositionContent withPlaces(PositionContent first, PositionContent same) {
        List<AppearanceContent> places = new ArrayList<>(first.appearances());
        places.addAll(same.appearances());
        return first.with(places.stream().distinct().limit(MOST_PLACES).toList());
    }

    private List<AppearanceContent> places(String id) {
        Attribution attribution = attributions.get(id);
        return attribution.content().stream()
                .flatMap(passage -> quoting.places(attribution, passage).stream())
                .limit(MOST_PLACES)
                .toList();
    }

    private static Stream<Quantity> quantity(Amount amount) {
        String unit = amount.unitText() == null ? "" : amount.unitText();
        return unit.isBlank() || unit.length() > LONGEST_UNIT
                ? Stream.empty()
                : Stream.of(new Quantity(
                        amount.value(),
                        amount.minValue(),
                        amount.maxValue(),
                        Quantity.Comparator.valueOf(amount.comparator().name()),
                        unit,
                        null,
                        null));
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= SHORT) {
            return text;
        }
        String start = text.substring(0, text.offsetByCodePoints(0, SHORT - 1));
        int space = start.lastIndexOf(' ');
        return (space > SHORT / 2 ? start.substring(0, space) : start) + "…";
    }
}

package org.counterclaim.proposal;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.counterclaim.attribution.Speaker;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.party.KnownParties;
import org.counterclaim.party.Parties;
import org.counterclaim.party.Party;
import org.counterclaim.party.PartyContent;
import org.counterclaim.party.PartyOfName;

/**
 * Which parties the speakers of a text are. Of several who are called the same the only one is chosen that the text describes; else
 * nobody is, but by an editor.
 */
@ApplicationScoped
class SpeakerParties {

    private final Parties parties;
    private final KnownParties known;
    private final PartyOfName make;

    SpeakerParties(Parties parties, KnownParties known, PartyOfName make) {
        this.parties = parties;
        this.known = known;
        this.make = make;
    }

    /** The speakers with the party that each is, or with those that it may be. */
    Uni<List<Speaker>> told(List<Speaker> speakers) {
        return parties.called(speakers.stream().map(Speaker::name).distinct().toList())
                .map(called -> speakers.stream()
                        .map(speaker -> told(speaker, called.getOrDefault(speaker.name(), List.of())))
                        .toList());
    }

    private static Speaker told(Speaker speaker, List<Party> called) {
        Party one = called.size() == 1 ? called.get(0) : Namesakes.theOnlyOne(speaker, called);
        if (one == null && called.size() > 1) {
            return speaker.known(
                    null, called.stream().map(SpeakerParties::namesake).toList());
        }
        return speaker.known(one == null ? null : one.id(), null);
    }

    private static Speaker.Namesake namesake(Party party) {
        PartyContent content = party.content();
        return new Speaker.Namesake(party.id(), content.name(), content.jobTitle(), content.memberOf());
    }

    /**
     * The ids of the parties that these speakers are, by the speakers' keys; whoever is not known is made.
     *
     * @param speakers each under the pointer to its place in the request
     * @return a failure with 422 that points at each of whom nobody has said which of several he is; then nothing is written
     */
    Uni<Map<String, String>> of(Map<String, Speaker> speakers, Caller writer) {
        Map<String, String> chosen = new HashMap<>();
        speakers.forEach((pointer, speaker) -> chosen.put(pointer + "/party", speaker.party()));
        chosen.values().removeIf(party -> party == null);
        List<Speaker> open = speakers.values().stream()
                .filter(speaker -> speaker.party() == null)
                .toList();
        return known.named(chosen)
                .chain(() -> told(open))
                .invoke(told -> requireOne(speakers, told))
                .chain(told -> ids(told, writer))
                .map(ids -> {
                    speakers.values().stream()
                            .filter(speaker -> speaker.party() != null)
                            .forEach(speaker -> ids.put(speaker.key(), speaker.party()));
                    return ids;
                });
    }

    private Uni<Map<String, String>> ids(List<Speaker> speakers, Caller writer) {
        return Multi.createFrom()
                .iterable(speakers)
                .onItem()
                .transformToUniAndConcatenate(speaker -> id(speaker, writer).map(id -> Map.entry(speaker.key(), id)))
                .collect()
                .in(HashMap::new, (ids, entry) -> ids.put(entry.getKey(), entry.getValue()));
    }

    private Uni<String> id(Speaker speaker, Caller writer) {
        return speaker.party() == null
                ? make.make(ProposedParties.of(speaker), writer)
                : Uni.createFrom().item(speaker.party());
    }

    private static void requireOne(Map<String, Speaker> speakers, List<Speaker> told) {
        List<FieldError> errors = speakers.entrySet().stream()
                .flatMap(entry -> told.stream()
                        .filter(speaker -> speaker.namesakes() != null
                                && speaker.key().equals(entry.getValue().key()))
                        .map(speaker -> ambiguous(entry.getKey(), speaker)))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.VALIDATION.because("Several parties have the name of a speaker.", errors);
        }
    }

    private static FieldError ambiguous(String pointer, Speaker speaker) {
        String ids = speaker.namesakes().stream().map(Speaker.Namesake::id).collect(Collectors.joining(", "));
        return new FieldError(
                pointer + "/party", "ambiguous-party", speaker.name() + " may be one of " + ids + ": say which.");
    }
}

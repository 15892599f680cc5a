package org.counterclaim.proposal;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.appearance.CheckAppearances;
import org.counterclaim.attribution.Attribution;
import org.counterclaim.attribution.Speaker;
import org.counterclaim.claim.ClaimView;
import org.counterclaim.claim.DraftClaims;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.story.Stories;

/** Takes chosen proposals over as drafts: first what they quote is compared with the article, then anything is written. */
@ApplicationScoped
class AcceptProposals {

    private final Stories stories;
    private final CheckAppearances quotes;
    private final SpeakerParties parties;
    private final DraftClaims drafts;

    AcceptProposals(Stories stories, CheckAppearances quotes, SpeakerParties parties, DraftClaims drafts) {
        this.stories = stories;
        this.quotes = quotes;
        this.parties = parties;
        this.drafts = drafts;
    }

    Uni<List<ClaimView>> of(AcceptRequest request, Caller writer) {
        requireKnown(request);
        return stories.textAt(request.articleId(), request.articleRevision())
                .onItem()
                .ifNull()
                .failWith(AcceptProposals::unknownArticle)
                .chain(article -> checked(request, new Quoting(article)))
                .chain(quoting -> partiesOf(request, writer)
                        .chain(known -> write(new Chosen(request, known, quoting), request, writer)));
    }

    private static RuntimeException unknownArticle() {
        String detail = "There is no such revision.";
        return Problem.VALIDATION.because(detail, List.of(new FieldError("/articleId", "unknown-article", detail)));
    }

    private Uni<Quoting> checked(AcceptRequest request, Quoting quoting) {
        Map<String, AppearanceContent> placed = new LinkedHashMap<>();
        for (int i = 0; i < request.attributions().size(); i++) {
            placed.putAll(quoting.placed(request.attributions().get(i), "/attributions/" + i + "/content/"));
        }
        return quotes.in(placed).replaceWith(quoting);
    }

    private Uni<Map<String, String>> partiesOf(AcceptRequest request, Caller writer) {
        List<Speaker> needed = Chosen.speakers(request);
        Map<String, Speaker> placed = CheckAppearances.placed(request.speakers(), "/speakers");
        placed.values().removeIf(speaker -> !needed.contains(speaker));
        return parties.of(placed, writer);
    }

    private Uni<List<ClaimView>> write(Chosen chosen, AcceptRequest request, Caller writer) {
        return Multi.createFrom()
                .iterable(request.chosen())
                .onItem()
                .transformToUniAndConcatenate(claim -> drafts.in(
                        request.articleId(),
                        chosen.content(claim),
                        chosen.appearances(claim),
                        chosen.positions(claim),
                        writer))
                .collect()
                .asList();
    }

    private static void requireKnown(AcceptRequest request) {
        Map<String, Attribution> known = Chosen.byId(request.attributions());
        List<String> keys = request.speakers().stream().map(Speaker::key).toList();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < request.chosen().size(); i++) {
            String pointer = "/chosen/" + i;
            List<String> ids = Chosen.idsOf(request.chosen().get(i)).toList();
            if (ids.isEmpty() || !known.keySet().containsAll(ids)) {
                errors.add(
                        new FieldError(pointer, "unknown-attribution", "It rests on attributions that are not there."));
            } else if (ids.stream().map(known::get).anyMatch(a -> a.speaker() != null && !keys.contains(a.speaker()))) {
                errors.add(new FieldError(
                        pointer, "unknown-speaker", "An attribution of it has a speaker that is not there."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.VALIDATION.because("A chosen claim rests on what is not there.", errors);
        }
    }
}

package org.counterclaim.proposal;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.counterclaim.attribution.StoryReader;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.story.Stories;

/** Proposes claims from a text. Rules and weights are loaded when the service starts; reading is done by workers. */
@Startup
@ApplicationScoped
class ProposeClaims {

    /** More code points than this is no story. */
    static final int LONGEST = 200_000;

    /** So many texts are read at a time, so that a heap of long ones does not fill the heap. */
    private static final int AT_ONCE = 8;

    private final StoryReader reader = new StoryReader();
    private final Semaphore seats = new Semaphore(AT_ONCE);
    private final Stories stories;
    private final SpeakerParties parties;

    ProposeClaims(Stories stories, SpeakerParties parties) {
        this.stories = stories;
        this.parties = parties;
    }

    Uni<Proposals> from(ProposalRequest request, Caller caller) {
        requireEnglish(request.language());
        Uni<ReadText> text = request.text() == null
                ? stories.text(request.articleId(), caller).map(ReadText::of)
                : Uni.createFrom().item(ReadText.of(request.text()));
        return text.invoke(ProposeClaims::requireNotTooLong)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::read)
                .chain(proposals -> parties.told(proposals.speakers()).map(proposals::with))
                .map(proposals -> proposals.from(request.minConfidence()));
    }

    private Proposals read(ReadText source) {
        if (!seats.tryAcquire()) {
            throw Problem.UPSTREAM_UNAVAILABLE
                    .describe("Too many texts are read at this moment.")
                    .withHeader("Retry-After", 1)
                    .build();
        }
        try {
            return Proposals.of(source, reader.read(source.text()));
        } finally {
            seats.release();
        }
    }

    private static void requireEnglish(String language) {
        if (language != null && !language.toLowerCase(Locale.ROOT).matches("(?:en|und)(?:-.*)?")) {
            String detail = "Only English is read.";
            throw Problem.VALIDATION.because(
                    detail, List.of(new FieldError("/language", "unsupported-language", detail)));
        }
    }

    private static void requireNotTooLong(ReadText source) {
        if (source.text().codePointCount(0, source.text().length()) > LONGEST) {
            throw Problem.PAYLOAD_TOO_LARGE.because("A text of more than " + LONGEST + " code points is no story.");
        }
    }
}

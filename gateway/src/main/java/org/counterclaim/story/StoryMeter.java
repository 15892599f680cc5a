package org.counterclaim.story;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.counterclaim.upstream.UpstreamFailure.Reason;

/**
 * Whether readers get what they ask for: the whole of it, a part, or nothing for want of a service. What there is not, or is not
 * for their eyes, is no fault and is not counted.
 */
@Singleton
@Startup
class StoryMeter {

    private static final String NONE = "none";

    /** What a reader can ask for. */
    enum View {
        STORY,
        PAGE
    }

    /** How a story is come by. */
    enum Found {
        /** In memory. */
        READY,
        /** A service has to be asked for it, or whether it is still the same. */
        ASKED,
        /** It is read with credentials, or with wishes of one's own. */
        BYPASSED
    }

    private final MeterRegistry meters;
    private final Map<Found, Counter> reads = new EnumMap<>(Found.class);
    private final Map<View, Counter> complete = new EnumMap<>(View.class);
    private final Map<View, Counter> stale = new EnumMap<>(View.class);

    /** Each counter is there from the beginning, so that nothing of it reads as nothing. */
    StoryMeter(MeterRegistry meters) {
        this.meters = meters;
        for (Found found : Found.values()) {
            reads.put(found, read(found));
        }
        for (View view : View.values()) {
            complete.put(view, counter(view, "complete", NONE, NONE));
            stale.put(view, counter(view, "stale", NONE, NONE));
            for (Reason reason : Reason.values()) {
                partial(view, ClaimSource.PART, reason);
            }
            Stream.of(Reason.TIMEOUT, Reason.UNAVAILABLE).forEach(reason -> unavailable(view, reason));
        }
    }

    /** Counts what comes of it: an answer as it is composed, or the failure to get what it cannot do without. */
    <T> Uni<T> watch(View view, Uni<T> answer) {
        return answer.onItemOrFailure().invoke((item, failure) -> {
            if (item instanceof Composed composed) {
                count(view, composed.completeness());
            } else if (failure instanceof HttpProblem problem) {
                failed(view, problem);
            }
        });
    }

    /** Counts a story that was found so; one that is ready is a complete answer too. */
    void found(Found found) {
        reads.get(found).increment();
        if (found == Found.READY) {
            complete.get(View.STORY).increment();
        }
    }

    private void count(View view, Completeness answer) {
        Missing missing = answer.firstMissing().orElse(null);
        if (missing != null) {
            partial(view, missing.part(), missing.reason()).increment();
        } else {
            (answer.isWhole() ? complete : stale).get(view).increment();
        }
    }

    /** Counts a failure, if it is for want of a service. */
    void failed(View view, HttpProblem problem) {
        switch (problem.getStatusCode()) {
            case 503 -> unavailable(view, Reason.UNAVAILABLE).increment();
            case 504 -> unavailable(view, Reason.TIMEOUT).increment();
            default -> {}
        }
    }

    private Counter partial(View view, String part, Reason reason) {
        return counter(view, "partial", part, reason.word());
    }

    private Counter unavailable(View view, Reason reason) {
        return counter(view, "unavailable", ArticleSource.PART, reason.word());
    }

    private Counter counter(View view, String outcome, String part, String reason) {
        return Counter.builder("counterclaim.story.answers")
                .description("Answers to readers, by what they lack and why")
                .tag("view", view.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome)
                .tag("part", part)
                .tag("reason", reason)
                .register(meters);
    }

    private Counter read(Found found) {
        return Counter.builder("counterclaim.story.reads")
                .description("Stories that readers asked for, by how they were come by")
                .tag("found", found.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}

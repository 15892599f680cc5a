package org.counterclaim.review;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Duplicate;

/** Keeps a scale under the id that its writer names: a new one, or the next revision. */
@ApplicationScoped
class KeepRatingScale {

    private static final String NONE_YET = "*";

    private final RatingScales scales;
    private final Clock clock;

    KeepRatingScale(RatingScales scales, Clock clock) {
        this.scales = scales;
        this.clock = clock;
    }

    /**
     * The scale as it is kept.
     *
     * @param ifMatch tag of the revision that the writer has seen, null if none was sent
     * @param ifNoneMatch {@code *} for a scale that is to be new
     */
    Uni<RatingScale> under(String id, String ifMatch, String ifNoneMatch, RatingScaleContent content, Caller writer) {
        requireId(id);
        Change change = Change.ofContent(writer, null, null);
        return scales.findForWrite(id).chain(known -> {
            if (known == null) {
                requireNew(ifMatch, ifNoneMatch);
                return scales.insert(RatingScale.first(id, content, clock.instant()), change)
                        .onFailure(Duplicate::is)
                        .transform(first -> Preconditions.stale(1));
            }
            if (NONE_YET.equals(ifNoneMatch)) {
                throw Preconditions.stale(known.revision());
            }
            Preconditions.requireMatch(ifMatch, known.revision());
            return scales.replace(known.next(content, clock.instant()), change);
        });
    }

    private static void requireNew(String ifMatch, String ifNoneMatch) {
        if (ifMatch != null) {
            throw Problem.PRECONDITION_FAILED.because("There is no scale of this id.");
        }
        if (!NONE_YET.equals(ifNoneMatch)) {
            throw Problem.PRECONDITION_REQUIRED.because("Send If-None-Match: * to make a new scale.");
        }
    }

    private static void requireId(String id) {
        if (!id.matches(RatingScale.ID_FORM) || id.length() > 100) {
            String detail = "rsc_ and words of small letters and digits, with hyphens between.";
            throw Problem.VALIDATION.because(detail, List.of(new FieldError("/id", "pattern", detail)));
        }
    }
}

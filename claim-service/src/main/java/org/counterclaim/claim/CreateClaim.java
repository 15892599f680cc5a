package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Duplicate;
import org.counterclaim.likeness.Likeness;
import org.counterclaim.position.PositionContent;
import org.counterclaim.position.Stance;

/** Keeps a new claim as a draft. */
@ApplicationScoped
class CreateClaim {

    private static final Pattern ID_FORM = Pattern.compile("clm_[0-7][0-9A-HJKMNP-TV-Z]{25}");

    private final Claims claims;
    private final ClaimParts parts;
    private final FindSimilar similar;
    private final Clock clock;

    CreateClaim(Claims claims, ClaimParts parts, FindSimilar similar, Clock clock) {
        this.claims = claims;
        this.parts = parts;
        this.similar = similar;
        this.clock = clock;
    }

    /**
     * The draft.
     *
     * @param allowDuplicate whether it is made although it is probably there already
     */
    Uni<Claim> from(ClaimDraft draft, boolean allowDuplicate, Caller writer, Once once) {
        requireFirstWords(draft.positions());
        return once.make(
                "clm_",
                id -> requireNew(Subject.of(draft), allowDuplicate, writer).chain(() -> first(id, draft, writer)),
                claims::created);
    }

    private Uni<Void> requireNew(Subject subject, boolean allowDuplicate, Caller writer) {
        return allowDuplicate
                ? Uni.createFrom().voidItem()
                : similar.to(subject, Likeness.DUPLICATE, writer)
                        .invoke(candidates -> {
                            if (!candidates.isEmpty()) {
                                throw DuplicateProblem.of(candidates);
                            }
                        })
                        .replaceWithVoid();
    }

    /**
     * Keeps it under an id that the caller has chosen, with its wording alone.
     *
     * @param allowDuplicate whether it is made although it is probably there already
     * @return the draft; a failure with 400 for what is no id, with 412 if it was ever given
     */
    Uni<Claim> at(String id, ClaimContent content, boolean allowDuplicate, Caller writer) {
        if (!ID_FORM.matcher(id).matches()) {
            String detail = "An id is clm_ and a ULID.";
            throw Problem.MALFORMED.because(detail, List.of(new FieldError("/id", "invalid-parameter", detail)));
        }
        Editorial editorial = Editorial.draftBy(writer);
        return claims.created(id)
                .onItem()
                .ifNotNull()
                .failWith(CreateClaim::taken)
                .chain(() -> requireNew(Subject.of(id, content), allowDuplicate, writer))
                .chain(() -> parts.wording(content))
                .map(wording -> Claim.drafted(id, wording, List.of(), List.of(), editorial, clock.instant()))
                .chain(first -> claims.insert(first, Change.ofContent(writer, null, null)))
                .onFailure(Duplicate::is)
                .transform(first -> taken());
    }

    private static RuntimeException taken() {
        return Problem.PRECONDITION_FAILED.because("There is, or was, a claim of this id.");
    }

    private Uni<Claim> first(String id, ClaimDraft draft, Caller writer) {
        Editorial editorial = Editorial.draftBy(writer);
        return parts.wording(draft.content())
                .chain(wording -> parts.appearances(draft.appearances())
                        .chain(places -> parts.positions(draft.positions())
                                .map(made -> Claim.drafted(id, wording, places, made, editorial, clock.instant()))))
                .chain(first -> claims.insert(first, Change.ofContent(writer, null, null)));
    }

    /** A new claim has no earlier positions. */
    private static void requireFirstWords(List<PositionContent> positions) {
        List<FieldError> errors = IntStream.range(0, positions.size())
                .filter(i -> positions.get(i).supersedes() != null
                        || positions.get(i).stance() == Stance.WITHDRAWS)
                .mapToObj(i -> new FieldError(
                        "/positions/" + i + "/supersedes", "unknown-position", "A new claim has no earlier positions."))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.VALIDATION.because("A position supersedes one that is not there.", errors);
        }
    }
}

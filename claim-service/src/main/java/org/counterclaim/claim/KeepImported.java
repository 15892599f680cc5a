package org.counterclaim.claim;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.store.Duplicate;
import org.counterclaim.party.KeepParty;

/**
 * Keeps a claim and a review that an import brings. Done twice for one row, it comes to the same and says the same.
 */
@ApplicationScoped
public class KeepImported {

    /** Somebody else may write it at the same moment; he is not going to do so again and again. */
    private static final int TRIES = 3;

    private final Claims claims;
    private final KeepParty parties;
    private final Clock clock;

    /** What came of a row. */
    public enum Outcome {
        CREATED,
        MERGED,
        UNCHANGED
    }

    KeepImported(Claims claims, KeepParty parties, Clock clock) {
        this.claims = claims;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * Which claims there are that these may be about: asked for all at once, and those that an import knows by their ids first, since
     * for the others a store may have to look through all that it has.
     */
    public Uni<KnownImports> known(List<ImportedReview> imported) {
        Set<String> ids = imported.stream().map(ImportedReview::claimId).collect(Collectors.toSet());
        return claims.all(ids).map(KnownImports::new).chain(own -> {
            List<ImportedReview> others =
                    imported.stream().filter(row -> !own.has(row)).toList();
            return others.isEmpty()
                    ? Uni.createFrom().item(own)
                    : byKeys(others).map(own::and);
        });
    }

    private Uni<List<Claim>> byKeys(List<ImportedReview> imported) {
        Set<String> claimKeys = imported.stream().map(ImportedReview::claimKey).collect(Collectors.toSet());
        Set<String> reviewKeys = imported.stream()
                .map(ImportedReview::reviewKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return claims.stream(ClaimFilters.imported(claimKeys, reviewKeys))
                .collect()
                .asList();
    }

    /** What came of it; a failure with 409 or 422 for a claim that is not to be written. */
    public Uni<Outcome> keep(ImportTask task, KnownImports known) {
        return Uni.createFrom()
                .deferred(() -> standing(known.idOf(task.imported())))
                .chain(found -> found == null ? create(task) : merge(found, task))
                .onFailure(KeepImported::isLost)
                .retry()
                .atMost(TRIES);
    }

    /** The claim of this id, or the one that it was merged into. */
    private Uni<Claim> standing(String id) {
        return claims.findForWrite(id)
                .chain(claim -> claim != null && claim.isSuperseded()
                        ? standing(claim.into())
                        : Uni.createFrom().item(claim));
    }

    private Uni<Outcome> create(ImportTask task) {
        if (task.dry()) {
            return Uni.createFrom().item(Outcome.CREATED);
        }
        return author(task.imported(), task.change())
                .chain(() -> claims.insert(ImportedClaim.first(task, clock.instant()), task.change()))
                .replaceWith(Outcome.CREATED)
                .onFailure(Duplicate::is)
                .transform(first -> Problem.PRECONDITION_FAILED.because("Somebody else was first."));
    }

    private Uni<Void> author(ImportedReview imported, Change change) {
        return imported.author() == null
                ? Uni.createFrom().voidItem()
                : parties.unlessKnown(imported.authorId(), imported.author(), change);
    }

    private Uni<Outcome> merge(Claim claim, ImportTask task) {
        ImportedClaim.requireOpen(claim);
        Claim merged = ImportedClaim.merged(claim, task);
        if (merged.equals(claim)) {
            return task.again() && ImportedClaim.isWrittenBy(task, claim)
                    ? before(claim, task)
                    : Uni.createFrom().item(Outcome.UNCHANGED);
        }
        Editorial written = claim.editorial().written(task.caller(), task.change());
        return task.dry()
                ? Uni.createFrom().item(Outcome.MERGED)
                : claims.replace(merged.next(written, clock.instant()), task.change())
                        .replaceWith(Outcome.MERGED);
    }

    /** What came of the row when it was kept before a crash. */
    private Uni<Outcome> before(Claim claim, ImportTask task) {
        return claims.created(claim.id())
                .map(first -> ImportedClaim.isWrittenBy(task, first) ? Outcome.CREATED : Outcome.MERGED);
    }

    private static boolean isLost(Throwable failure) {
        return failure instanceof HttpProblem problem
                && problem.getStatusCode() == Problem.PRECONDITION_FAILED.status();
    }
}

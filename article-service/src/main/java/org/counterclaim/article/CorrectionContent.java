package org.counterclaim.article;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an editor tells readers of a change.
 *
 * @param type all but a retraction, which is a move to another editorial status
 * @param affects ids of sections of either revision
 * @param fromRevision the revision that was wrong; if absent the one before {@code toRevision}
 * @param toRevision the revision that is right; if absent the current one
 */
@Schema(name = "CorrectionContent")
record CorrectionContent(
        @NotNull @Schema(required = true) Correction.Type type,

        @NotBlank @Size(max = 2000) @Schema(required = true) String text,

        @Size(max = 100) List<@NotBlank @Size(max = 20) String> affects,
        @Min(1) Integer fromRevision,
        @Min(1) Integer toRevision) {

    CorrectionContent {
        affects = affects == null ? List.of() : affects;
    }

    @AssertTrue(message = "a retraction is a move to another editorial status")
    @Schema(hidden = true)
    @JsonIgnore
    public boolean isNoRetraction() {
        return type != Correction.Type.RETRACTION;
    }

    int to(Article current) {
        return toRevision == null ? current.revision() : toRevision;
    }

    int from(Article current) {
        return fromRevision == null ? Math.max(1, to(current) - 1) : fromRevision;
    }

    /**
     * The correction that readers get.
     *
     * @param from the revision that was wrong, null if readers never had it
     * @param to the revision that is right, null if readers never had it
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if it points to what readers never had
     */
    Correction between(Article from, Article to, String id, Instant now) {
        List<FieldError> wrong = new ArrayList<>();
        if (from == null || to != null && from.revision() > to.revision()) {
            wrong.add(new FieldError("/fromRevision", "not-published", "No earlier revision that readers had."));
        }
        if (to == null) {
            wrong.add(new FieldError("/toRevision", "not-published", "No revision that readers had."));
        }
        if (wrong.isEmpty()) {
            wrong.addAll(unknownSections(from, to));
        }
        if (!wrong.isEmpty()) {
            throw Problem.VALIDATION.because("A correction is about what readers had.", wrong);
        }
        return new Correction(id, type, text, now, affects, from.revision(), to.revision());
    }

    private List<FieldError> unknownSections(Article from, Article to) {
        Set<String> known = Stream.of(from, to)
                .flatMap(article -> article.content().sections().stream())
                .map(Section::id)
                .collect(Collectors.toSet());
        return IntStream.range(0, affects.size())
                .filter(i -> !known.contains(affects.get(i)))
                .mapToObj(i -> new FieldError("/affects/" + i, "unknown-id", "Neither revision has this section."))
                .toList();
    }
}

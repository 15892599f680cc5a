package org.counterclaim.kit.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Optional;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.JsonFault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why nothing came of a row.
 *
 * @param row its number, from 1
 * @param uri what the row calls itself, absent if it does not or cannot be read
 * @param code stable code of the problem
 * @param detail a sentence about it
 * @param errors the places in the row that are wrong
 */
public record RowError(
        @Schema(required = true) int row,
        String uri,
        @Schema(required = true) String code,
        @Schema(required = true) String detail,
        @Schema(required = true) List<FieldError> errors) {

    /** What a refusal says of a row; nothing if the failure is none, but a fault of ours or an outage. */
    public static Optional<RowError> of(int row, String uri, Throwable failure) {
        if (failure instanceof JsonProcessingException fault) {
            return of(row, uri, JsonFault.problem(fault));
        }
        if (failure instanceof HttpProblem problem && problem.getStatusCode() < 500) {
            String code = problem.getType().getPath().replaceFirst("^.*/", "");
            return Optional.of(new RowError(row, uri, code, problem.getDetail(), places(problem)));
        }
        return Optional.empty();
    }

    private static List<FieldError> places(HttpProblem problem) {
        return problem.getParameters().get("errors") instanceof List<?> errors
                ? errors.stream().map(FieldError.class::cast).toList()
                : List.of();
    }
}

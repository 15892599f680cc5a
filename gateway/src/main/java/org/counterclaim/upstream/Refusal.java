package org.counterclaim.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;

/** A service's problem as a problem of this gateway: the same code, sentence and pointers. */
final class Refusal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusal() {}

    static HttpProblem of(Answer answer) {
        JsonNode told = read(answer.body());
        Problem type = type(answer.status(), told.path("type").asText());
        HttpProblem.Builder problem = type.describe(told.path("detail").asText(type.title() + "."));
        List<FieldError> errors = errors(told.path("errors"));
        if (!errors.isEmpty()) {
            problem.with("errors", errors);
        }
        String challenge = answer.header(HttpHeaders.WWW_AUTHENTICATE);
        if (challenge != null) {
            problem.withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        return problem.build();
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noProblemOfOurs) {
            return JSON.missingNode();
        }
    }

    /** The one with this code; the first one of the status if the service does not say, or says something unknown. */
    private static Problem type(int status, String uri) {
        return Arrays.stream(Problem.values())
                .filter(problem -> problem.status() == status)
                .min(Comparator.comparing(problem -> !uri.equals("/problems/" + problem.code())))
                .orElseThrow();
    }

    private static List<FieldError> errors(JsonNode errors) {
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> new FieldError(
                        error.path("pointer").asText(),
                        error.path("code").asText(),
                        error.path("detail").asText()))
                .toList();
    }
}

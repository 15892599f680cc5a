package org.counterclaim.kit.spec;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterclaim.kit.http.RequestDigest;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** Which errors an operation can answer, told from its shape: its parameters, its body, the role it needs. */
final class ErrorsByShape {

    private ErrorsByShape() {}

    static Map<String, String> of(Operation operation, Needs needs) {
        Map<String, String> errors = new TreeMap<>();
        errors.put("400", "The request cannot be read; `errors` says where.");
        errors.put("401", "The bearer token, or the API key, is missing or not good.");
        errors.put("406", "No representation fits the Accept header.");
        errors.put("503", "Something that is needed cannot be reached; see Retry-After.");
        if (!needs.roles(operation).isEmpty()) {
            errors.put("403", needs.inWords(operation));
        }
        if (operation.getRequestBody() != null) {
            errors.put("413", "The body is too large.");
            errors.put("415", "The media type is not supported.");
            errors.put("422", "The content is not valid; `errors` says where.");
        }
        addByParameters(errors, operation);
        return errors;
    }

    private static void addByParameters(Map<String, String> errors, Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        if (has(parameters, In.PATH, null)) {
            errors.put("404", "There is no such thing, or it is not public.");
        }
        if (has(parameters, In.HEADER, "If-None-Match") && operation.getRequestBody() == null) {
            errors.put("304", "The reader has it already.");
        }
        if (has(parameters, In.HEADER, "If-Match")) {
            errors.put("412", "Somebody else was first; the ETag is the current one.");
            errors.put("428", "If-Match is missing.");
        }
        if (has(parameters, In.HEADER, RequestDigest.KEY_HEADER)) {
            errors.put("409", "The first request with this Idempotency-Key is still running; see Retry-After.");
            errors.put(
                    "422",
                    "The content is not valid; `errors` says where. Or the Idempotency-Key was used for another.");
        }
    }

    private static boolean has(List<Parameter> parameters, In in, String name) {
        return parameters.stream().anyMatch(p -> p.getIn() == in && (name == null || name.equals(p.getName())));
    }
}

package org.counterclaim.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.UncheckedIOException;
import java.util.Set;
import org.counterclaim.kit.http.MergePatch;

/** Changes some members of what a newsroom wrote and leaves the others as they are. */
@Singleton
public class ContentPatch {

    private final ObjectMapper json;
    private final Validator validator;

    ContentPatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The content with a merge patch applied.
     *
     * @throws UncheckedIOException with what Jackson says, if the result is no such content
     * @throws ConstraintViolationException if it breaks a rule
     */
    public <T> T apply(T content, Class<T> type, JsonNode patch) {
        ObjectNode patched = MergePatch.apply(json.valueToTree(content), patch);
        try {
            T result = json.treeToValue(patched, type);
            Set<ConstraintViolation<T>> violations = validator.validate(result);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return result;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

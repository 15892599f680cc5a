package org.counterclaim.claim;

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
import org.counterclaim.review.ReviewContent;

/** Changes some members of a review and leaves the others as they are. */
@Singleton
class ReviewPatch {

    private final ObjectMapper json;
    private final Validator validator;

    ReviewPatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The content with a merge patch applied.
     *
     * @throws UncheckedIOException with what Jackson says, if the result is no content
     * @throws ConstraintViolationException if it breaks a rule
     */
    ReviewContent apply(ReviewContent content, JsonNode patch) {
        ObjectNode patched = MergePatch.apply(json.valueToTree(content), patch);
        try {
            ReviewContent result = json.treeToValue(patched, ReviewContent.class);
            Set<ConstraintViolation<ReviewContent>> violations = validator.validate(result);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return result;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

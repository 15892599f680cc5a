package org.counterclaim.kit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** JSON Pointers (RFC 6901) from the paths that Jackson and Bean Validation report. */
final class Pointers {

    private Pointers() {}

    static String of(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(Pointers::token)
                .collect(Collectors.joining());
    }

    static String of(ConstraintViolation<?> violation) {
        String pointer = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node ->
                        node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT)
                .map(Pointers::step)
                .collect(Collectors.joining());
        boolean onTheWhole = violation.getConstraintDescriptor().getAnnotation() instanceof AssertTrue;
        return onTheWhole ? pointer.substring(0, pointer.lastIndexOf('/')) : pointer;
    }

    /** A node's index is the one of its own place in the container that the node before it named. */
    private static String step(Path.Node node) {
        String index = node.getIndex() == null ? "" : "/" + node.getIndex();
        return node.getKind() == ElementKind.CONTAINER_ELEMENT ? index : index + token(node.getName());
    }

    private static String token(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}

package org.counterclaim.release;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedList;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.model.DiffResult;
import org.openapitools.openapidiff.core.model.schema.ChangedEnum;

/**
 * Names what breaks somebody in a change of a contract. The library decides that, but for what it does not mind and we do:
 *
 * <ul>
 *   <li>a member that is gone: who reads it finds nothing, also if it was not always there; who sends it is refused;
 *   <li>a value that an answer can have no more: who waits for it waits for ever;
 *   <li>a success that is gone (that an error is gone is no harm).
 * </ul>
 */
final class Breaks {

    private final List<String> found = new ArrayList<>();
    private final Set<Changed> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Breaks() {}

    static List<String> in(ChangedOpenApi change) {
        Breaks breaks = new Breaks();
        change.getMissingEndpoints()
                .forEach(gone -> breaks.found.add(gone.getMethod() + " " + gone.getPathUrl() + " is gone"));
        change.getChangedOperations().forEach(operation -> breaks.look(operation, ""));
        if (breaks.found.isEmpty() && change.isIncompatible()) {
            breaks.found.add("something that the library does not say");
        }
        return breaks.found;
    }

    private void look(Changed changed, String where) {
        if (changed == null || !seen.add(changed)) {
            return;
        }
        String here = where + step(changed);
        own(changed, here);
        if (changed instanceof ChangedSchema schema) {
            schema.getChangedProperties().forEach((name, member) -> look(member, here + "." + name));
        }
        if (changed instanceof ChangedApiResponse answers) {
            answers.getChanged().forEach((status, answer) -> look(answer, here + " " + status));
        }
        if (changed instanceof ComposedChanged composed) {
            composed.getChangedElements().forEach(element -> look(element, here));
        }
    }

    private static String step(Changed changed) {
        if (changed instanceof ChangedOperation operation) {
            return operation.getHttpMethod() + " " + operation.getPathUrl();
        }
        if (changed instanceof ChangedParameter parameter) {
            return " " + parameter.getIn() + " " + parameter.getName();
        }
        return changed instanceof ChangedRequestBody ? " body" : "";
    }

    /** What is broken here and not in something further in. */
    private void own(Changed changed, String here) {
        if (changed instanceof ChangedSchema schema
                && !schema.getMissingProperties().isEmpty()) {
            found.add(here + ": gone is " + schema.getMissingProperties().keySet());
        } else if (changed instanceof ChangedEnum<?> values
                && !values.getMissing().isEmpty()) {
            found.add(here + ": no more is " + values.getMissing());
        } else if (changed instanceof ChangedApiResponse answers && hasLostSuccess(answers.getMissing())) {
            found.add(here + ": gone is one of " + answers.getMissing().keySet());
        } else if (isBroken(changed)) {
            found.add(here + ": " + what(changed));
        }
    }

    private static boolean hasLostSuccess(Map<String, ?> missing) {
        return missing.keySet().stream().anyMatch(status -> status.startsWith("2") || status.startsWith("3"));
    }

    private static boolean isBroken(Changed changed) {
        return changed instanceof ComposedChanged composed
                ? composed.isCoreChanged() == DiffResult.INCOMPATIBLE
                : changed.isIncompatible();
    }

    private static String what(Changed changed) {
        if (changed instanceof ChangedSchema schema && schema.isChangedType()) {
            return "another type";
        }
        if (changed instanceof ChangedParameters parameters) {
            return "gone or needed now are some of its parameters, gone " + names(parameters.getMissing()) + ", new "
                    + names(parameters.getIncreased());
        }
        String kind = changed.getClass().getSimpleName().replace("Changed", "").toLowerCase(Locale.ROOT);
        return changed instanceof ChangedList<?> list
                ? kind + ", new " + list.getIncreased() + ", gone " + list.getMissing()
                : kind;
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::getName).toList();
    }
}

package org.counterclaim.kit.spec;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterclaim.kit.http.Fields;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Writes {@code fields} into each operation that takes it, which no operation declares: see {@link Fields}. */
final class FieldsParameter {

    private final Set<String> operations;

    FieldsParameter(IndexView code) {
        operations = code.getAnnotations(GET.class).stream()
                .map(get -> get.target().asMethod())
                .filter(FieldsParameter::isTakenBy)
                .map(Needs::operationId)
                .collect(Collectors.toSet());
    }

    /** The same as {@link Fields#areKnownTo}, of a class that is not loaded yet. */
    private static boolean isTakenBy(MethodInfo operation) {
        AnnotationInstance own = operation.annotation(Produces.class);
        AnnotationInstance produces = own == null ? operation.declaringClass().declaredAnnotation(Produces.class) : own;
        return produces != null
                && List.of(produces.value().asStringArray()).contains(MediaType.APPLICATION_JSON)
                && !Fields.isWritten(operation.returnType().toString());
    }

    void into(Operation operation) {
        if (operations.contains(operation.getOperationId())) {
            operation.addParameter(OASFactory.createParameter()
                    .name(Fields.NAME)
                    .in(Parameter.In.QUERY)
                    .description(
                            "The members that are wanted, with commas between them, of a list those of each item; a dot leads into a member: `id,sections.text`. All others are left out, also those that are always there otherwise. Plain JSON alone.")
                    .schema(OASFactory.createSchema().addType(SchemaType.STRING).pattern("^" + Fields.PATTERN + "$")));
        }
    }
}

package org.counterclaim.kit.spec;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.counterclaim.kit.security.Scopes;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** What the caller of each operation needs, as the code says it: the roles, and the scopes of an API key that stand for them. */
final class Needs {

    static final String API_KEY = "apiKey";
    private static final String BEARER = "bearer";

    private final Map<String, List<String>> rolesByOperation = new TreeMap<>();
    private final Optional<String> reporterScope;

    /** @param reporterScope the scope that stands for a reporter in this service, if any does */
    Needs(IndexView code, Optional<String> reporterScope) {
        this.reporterScope = reporterScope;
        code.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class).stream()
                .filter(named -> named.target().kind() == AnnotationTarget.Kind.METHOD)
                .forEach(named -> rolesByOperation.put(
                        operationId(named.target().asMethod()),
                        roles(named.target().asMethod())));
    }

    /** The roles of which a caller needs one; none where everybody may call. */
    List<String> roles(Operation operation) {
        return rolesByOperation.getOrDefault(operation.getOperationId(), List.of());
    }

    /** The scopes of which an API key needs one. */
    List<String> scopes(Operation operation) {
        return roles(operation).stream()
                .flatMap(role -> Scopes.of(role, reporterScope).stream())
                .toList();
    }

    /** Writes them into the operation. Where no role is needed credentials are welcome all the same: who has some may see more. */
    void into(Operation operation) {
        List<String> roles = roles(operation);
        List<String> scopes = scopes(operation);
        operation.setSecurity(null);
        if (roles.isEmpty()) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
        operation.addSecurityRequirement(needing(BEARER));
        if (roles.isEmpty() || !scopes.isEmpty()) {
            operation.addSecurityRequirement(needing(API_KEY));
        }
        operation.addExtension("x-required-roles", roles);
        operation.addExtension("x-required-scopes", scopes);
    }

    /** The same in a sentence. */
    String inWords(Operation operation) {
        List<String> scopes = scopes(operation);
        String role = "Needs the role " + String.join(" or ", roles(operation));
        return scopes.isEmpty()
                ? role + "; no API key will do."
                : role + ", or an API key with the scope `" + String.join("` or `", scopes) + "`.";
    }

    private static SecurityRequirement needing(String scheme) {
        return OASFactory.createSecurityRequirement().addScheme(scheme);
    }

    static String operationId(MethodInfo operation) {
        AnnotationInstance named = operation.annotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        AnnotationValue id = named == null ? null : named.value("operationId");
        return id == null ? operation.name() : id.asString();
    }

    private static List<String> roles(MethodInfo method) {
        AnnotationInstance own = method.declaredAnnotation(RolesAllowed.class);
        AnnotationInstance roles = own == null ? method.declaringClass().declaredAnnotation(RolesAllowed.class) : own;
        return roles == null ? List.of() : List.of(roles.value().asStringArray());
    }
}

package org.counterclaim.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Composes the contract that readers see at build time: this gateway's own operations, and those of the services as they
 * have committed them. A story's schema refers to the services' views, so that no view is written down twice.
 */
@OpenApiFilter(
        stages = OpenApiFilter.RunStage.BUILD,
        documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT,
        priority = WholeContract.AFTER_THE_KIT)
public class WholeContract implements OASFilter {

    /** The kit's rules (priority 1) are for the gateway's own operations: a service has followed them itself. */
    static final int AFTER_THE_KIT = 0;

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String SECURITY_SCHEME = "bearer";

    private final Set<String> referred = new TreeSet<>();

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null && schema.getRef().startsWith(SCHEMAS)) {
            referred.add(schema.getRef().substring(SCHEMAS.length()));
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        dropWhatIsOnlyOfTheKit(document.getComponents());
        for (ServiceSpec spec : ServiceSpec.values()) {
            spec.document().ifPresent(service -> new Merging(document).add(service));
        }
        requireWhatIsReferredTo(document.getComponents());
        sortSchemas(document.getComponents());
        document.getPaths().getPathItems().forEach(WholeContract::addLimit);
        document.servers(List.of(OASFactory.createServer().url("/")));
        document.security(List.of(
                OASFactory.createSecurityRequirement(),
                OASFactory.createSecurityRequirement().addScheme(SECURITY_SCHEME),
                OASFactory.createSecurityRequirement().addScheme("apiKey")));
    }

    /** Whoever asks has a number of requests, whichever service answers. */
    private static void addLimit(String path, PathItem item) {
        if (path.startsWith("/v1/")) {
            item.getOperations()
                    .values()
                    .forEach(operation -> operation
                            .getResponses()
                            .addAPIResponse("429", Merging.problem("There were too many requests; see Retry-After.")));
        }
    }

    /** The kit's own schemas are in every document, used or not. */
    private void dropWhatIsOnlyOfTheKit(Components components) {
        List.copyOf(components.getSchemas().keySet()).stream()
                .filter(name -> !referred.contains(name) && !name.equals("Problem"))
                .forEach(components::removeSchema);
    }

    /** A contract that lacks what the gateway's own operations refer to breaks the build. */
    private void requireWhatIsReferredTo(Components components) {
        for (String name : referred) {
            if (!components.getSchemas().containsKey(name)) {
                throw new IllegalStateException(lacking(name));
            }
        }
    }

    private static String lacking(String name) {
        return Arrays.stream(ServiceSpec.values())
                .filter(spec -> name.startsWith(spec.prefix()))
                .findFirst()
                .map(spec -> spec.service() + "/openapi.yaml has no "
                        + name.substring(spec.prefix().length()))
                .orElse("There is no schema " + name);
    }

    private static void sortSchemas(Components components) {
        Map<String, Schema> sorted = new TreeMap<>(components.getSchemas());
        components.setSchemas(sorted);
    }
}

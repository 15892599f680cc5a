package org.counterclaim.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Adds a service's operations to the whole contract, with what the way through the gateway adds to them. */
final class Merging {

    private final OpenAPI whole;

    Merging(OpenAPI whole) {
        this.whole = whole;
    }

    /** @throws IllegalStateException if both have the same path or the same name of an operation */
    void add(OpenAPI service) {
        service.getPaths().getPathItems().forEach(this::add);
        add(service.getComponents());
        String about = service.getInfo().getDescription();
        for (Tag tag : service.getTags() == null ? List.<Tag>of() : service.getTags()) {
            whole.addTag(tag.getDescription() == null ? tag.description(about) : tag);
        }
        requireDistinctOperations();
    }

    private void add(String path, PathItem item) {
        if (whole.getPaths().hasPathItem(path)) {
            throw new IllegalStateException(path + " has two owners");
        }
        item.getOperations().values().forEach(Merging::addTimeOut);
        whole.getPaths().addPathItem(path, item);
    }

    private static void addTimeOut(Operation operation) {
        operation.getResponses().addAPIResponse("504", problem("The service did not answer in time."));
    }

    /** An error answer. */
    static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))));
    }

    private void add(Components components) {
        Components all = whole.getComponents();
        orEmpty(components.getSchemas()).forEach(all::addSchema);
        orEmpty(components.getSecuritySchemes()).forEach(all::addSecurityScheme);
        orEmpty(components.getExamples()).forEach(all::addExample);
        orEmpty(components.getHeaders()).forEach(all::addHeader);
        orEmpty(components.getLinks()).forEach(all::addLink);
        orEmpty(components.getParameters()).forEach(all::addParameter);
        orEmpty(components.getRequestBodies()).forEach(all::addRequestBody);
        orEmpty(components.getResponses()).forEach(all::addResponse);
    }

    private void requireDistinctOperations() {
        Map<String, String> pathById = new HashMap<>();
        whole.getPaths()
                .getPathItems()
                .forEach((path, item) -> ids(item).forEach(id -> {
                    if (pathById.put(id, path) != null) {
                        throw new IllegalStateException("Two operations are called " + id);
                    }
                }));
    }

    private static Stream<String> ids(PathItem item) {
        return item.getOperations().values().stream()
                .map(Operation::getOperationId)
                .filter(id -> id != null);
    }

    private static <T> Map<String, T> orEmpty(Map<String, T> components) {
        return components == null ? Map.of() : components;
    }
}

package org.counterclaim.kit.spec;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Writes into each OpenAPI document what holds for every operation and what no annotation needs to repeat: enum constants in
 * lower case, the errors that follow from an operation's shape, each with the schema of a problem, and what its caller needs.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class SpecRules implements OASFilter {

    private static final String PROBLEM = "Problem";

    private final Needs needs;
    private final FieldsParameter fields;

    /** @param code every class of the service, from which the build reads who may do what */
    public SpecRules(IndexView code) {
        this.needs = new Needs(
                code, ConfigProvider.getConfig().getOptionalValue("counterclaim.reporter-scope", String.class));
        this.fields = new FieldsParameter(code);
    }

    @Override
    public Schema filterSchema(Schema schema) {
        List<Object> constants = schema.getEnumeration();
        if (constants != null && constants.stream().allMatch(c -> c instanceof String s && s.matches("[A-Z0-9_]+"))) {
            schema.setEnumeration(constants.stream()
                    .map(c -> (Object) c.toString().toLowerCase(Locale.ROOT))
                    .toList());
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM, problem());
        document.getComponents().addSecurityScheme(Needs.API_KEY, apiKey());
        List.of("HttpProblem", "HttpValidationProblem", "Violation").forEach(document.getComponents()::removeSchema);
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .forEach(operation -> {
                    needs.into(operation);
                    fields.into(operation);
                    addErrors(operation);
                });
    }

    private static SecurityScheme apiKey() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-API-Key")
                .description(
                        "At the gateway: the key of a partner, good for what its scopes say (`read`, `write:articles`, `write:claims`, `publish`, `admin`). The gateway turns it into a token of its own; a service that is called directly takes tokens alone.");
    }

    private void addErrors(Operation operation) {
        APIResponses responses = operation.getResponses();
        Map<String, String> errors = ErrorsByShape.of(operation, needs);
        errors.forEach((status, description) -> {
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
            }
        });
        responses.getAPIResponses().forEach(SpecRules::complete);
    }

    /** The scanner gives each response a description, which must not stand beside a reference. */
    private static void complete(String status, APIResponse response) {
        if (response.getRef() != null) {
            response.setDescription(null);
        }
        if (status.startsWith("4") || status.startsWith("5")) {
            Content content = OASFactory.createContent()
                    .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
            response.content(content);
        }
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("An error (RFC 9457). A kind of problem may have further members.")
                .additionalPropertiesBoolean(true)
                .addProperty("type", text("`/problems/` and the code of the problem."))
                .addProperty("title", text("The same for every occurrence."))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("A sentence about this occurrence."))
                .addProperty("instance", text("The path that was asked for."))
                .addProperty("requestId", text("Names the request in the log."))
                .addProperty("errors", list(error()))
                .addProperty("allowed", list(text("A move that is open instead.")))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema error() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("pointer", text("JSON Pointer into the body, or to a query parameter."))
                .addProperty("code", text("What is wrong there."))
                .addProperty("detail", text("The same in a sentence."))
                .required(List.of("pointer", "code", "detail"));
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}

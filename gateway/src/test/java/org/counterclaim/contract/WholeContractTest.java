package org.counterclaim.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WholeContractTest {

    private static final String CLAIMS = """
            openapi: 3.0.3
            info: {title: Claims, version: "1", description: Who disputes what.}
            tags: [{name: claims}]
            components:
              schemas:
                Problem: {type: object}
                StoryClaims:
                  type: object
                  properties:
                    items: {type: array, items: {$ref: "#/components/schemas/Claim"}}
                Claim: {type: object}
              securitySchemes:
                SecurityScheme: {type: http, scheme: bearer}
            paths:
              /v1/claims/by-article/{articleId}:
                get:
                  operationId: getStoryClaims
                  tags: [claims]
                  responses:
                    "200":
                      description: OK
                      content: {application/json: {schema: {$ref: "#/components/schemas/StoryClaims"}}}
                    "404":
                      description: None
                      content: {application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}}
            """;

    private final Map<String, String> contracts = new HashMap<>();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final WholeContract whole = new WholeContract();
    private final OpenAPI document =
            OASFactory.createOpenAPI().paths(OASFactory.createPaths()).components(OASFactory.createComponents());

    @BeforeEach
    void onlyTheseContracts() {
        Thread.currentThread().setContextClassLoader(new ClassLoader(before) {
            @Override
            public InputStream getResourceAsStream(String name) {
                if (!name.startsWith("contracts/")) {
                    return super.getResourceAsStream(name);
                }
                String contract = contracts.get(name.split("/")[1]);
                return contract == null ? null : new ByteArrayInputStream(contract.getBytes(StandardCharsets.UTF_8));
            }
        });
        document.getComponents().addSchema("Story", referTo("ClaimServiceStoryClaims"));
        whole.filterSchema(referTo("Story"));
    }

    @AfterEach
    void allContracts() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void aContractIsTakenOverUnderItsOwnNames() {
        contracts.put("claim-service", CLAIMS);
        whole.filterOpenAPI(document);
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        assertEquals(
                "[ClaimServiceClaim, ClaimServiceStoryClaims, Problem, Story]",
                schemas.keySet().toString());
        Schema items = schemas.get("ClaimServiceStoryClaims").getProperties().get("items");
        assertEquals("#/components/schemas/ClaimServiceClaim", items.getItems().getRef());
        assertEquals("Who disputes what.", document.getTags().get(0).getDescription());
        Operation operation = document.getPaths()
                .getPathItem("/v1/claims/by-article/{articleId}")
                .getGET();
        assertEquals("#/components/schemas/Problem", refOf(operation, "404"));
        assertEquals("#/components/schemas/Problem", refOf(operation, "504"));
        assertNotNull(document.getComponents().getSecuritySchemes().get("SecurityScheme"));
    }

    @Test
    void aSchemaThatACommittedContractLacksBreaksTheBuild() {
        contracts.put("claim-service", CLAIMS.replace("StoryClaims", "StoryPart"));
        IllegalStateException broken = assertThrows(IllegalStateException.class, () -> whole.filterOpenAPI(document));
        assertEquals("claim-service/openapi.yaml has no StoryClaims", broken.getMessage());
    }

    @Test
    void twoOwnersBreakTheBuild() {
        contracts.put("article-service", CLAIMS);
        contracts.put("claim-service", CLAIMS);
        assertThrows(IllegalStateException.class, () -> whole.filterOpenAPI(document));
        contracts.put("claim-service", CLAIMS.replace("/by-article/", "/other/"));
        assertThrows(IllegalStateException.class, () -> whole.filterOpenAPI(document));
    }

    private Schema referTo(String name) {
        return whole.filterSchema(OASFactory.createSchema().ref("#/components/schemas/" + name));
    }

    private static String refOf(Operation operation, String status) {
        return operation
                .getResponses()
                .getAPIResponse(status)
                .getContent()
                .getMediaType("application/problem+json")
                .getSchema()
                .getRef();
    }
}

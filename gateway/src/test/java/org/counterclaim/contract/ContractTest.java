package org.counterclaim.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import org.counterclaim.kit.fixture.CommittedSpec;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest {

    @Test
    void theCommittedContractIsWhatTheBuildWrites() throws IOException {
        CommittedSpec.isWhatTheBuildWrites();
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode contract = new YAMLMapper().readTree(Path.of("openapi.yaml").toFile());
        assertTrue(contract.findValues("$ref").size() > 100);
        for (JsonNode reference : contract.findValues("$ref")) {
            assertTrue(contract.at(reference.asText().substring(1)).isObject(), reference.asText());
        }
    }
}

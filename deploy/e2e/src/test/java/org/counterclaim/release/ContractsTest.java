package org.counterclaim.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed contracts against what others have built on: those in the folder that {@code contracts.base} names. */
@EnabledIfSystemProperty(named = "contracts.base", matches = ".+", disabledReason = "see .ci/check-contracts")
class ContractsTest {

    private static final Path ROOT = Path.of(System.getProperty("root.dir"));
    private static final Path BASE = ROOT.resolve(System.getProperty("contracts.base", ""));

    @ParameterizedTest
    @ValueSource(strings = {"article-service", "claim-service", "gateway"})
    void aContractBreaksNobodyWithoutANewMajorVersion(String module) throws IOException {
        assertTrue(Files.isDirectory(BASE), () -> BASE + " is no folder: .ci/base-contracts makes it");
        Path contract = Path.of(module, "openapi.yaml");
        Path before = BASE.resolve(contract);
        assumeTrue(Files.exists(before), "it has no earlier contract");
        assertEquals(
                List.of(),
                ContractChange.between(Files.readString(before), Files.readString(ROOT.resolve(contract)))
                        .refused(),
                () -> contract + " breaks those who build on it, and info.version is of the same major");
    }
}

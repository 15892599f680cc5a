package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is rehearsed is what the services have. */
class RehearsalTest {

    private static final Path ROOT = Path.of(System.getProperty("root.dir"));

    @ParameterizedTest
    @EnumSource(Service.class)
    void asksForWhatIsInTheContract(Service service) throws IOException {
        List<String> contract =
                Files.readAllLines(ROOT.resolve(service.module()).resolve("openapi.yaml"));
        for (String path : Rehearsal.asked(service)) {
            String template = "  " + path.replaceFirst("/none$", "/\\\\{[a-zA-Z]+}") + ":";
            assertTrue(contract.stream().anyMatch(line -> line.matches(template)), path);
        }
    }
}

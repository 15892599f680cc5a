package org.counterclaim.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build has written of what is in a release, against what is in it. */
@EnabledIfSystemProperty(named = "bill-of-materials", matches = ".+", disabledReason = "the profile release makes it")
class BillOfMaterialsIT {

    private static final Path ROOT = Path.of(System.getProperty("root.dir"));
    private static final String OURS = "org.counterclaim";

    /** The build takes the service files of this jar out, since the framework makes its exporters: its digest is no author's. */
    private static final Set<String> TRIMMED = Set.of("io.opentelemetry/opentelemetry-exporter-otlp");

    private final List<Part> parts;

    BillOfMaterialsIT() throws IOException {
        parts = StreamSupport.stream(
                        new JsonMapper()
                                .readTree(ROOT.resolve(System.getProperty("bill-of-materials"))
                                        .toFile())
                                .path("components")
                                .spliterator(),
                        false)
                .filter(component -> !component.path("group").asText().equals(OURS))
                .map(Part::of)
                .toList();
    }

    @Test
    void everythingComesUnderTermsThatAreAccepted() {
        assertTrue(parts.size() > 200, () -> parts.size() + " parts");
        assertEquals(
                List.of(), parts.stream().filter(part -> !part.isAccepted()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "article-service/target/quarkus-app/lib",
                "claim-service/target/quarkus-app/lib",
                "gateway/target/quarkus-app/lib",
                "deploy/local/target/lib"
            })
    void everyJarThatIsShippedIsInItAsItIs(String folder) throws IOException {
        Set<String> known =
                parts.stream().map(Part::sha256).flatMap(Optional::stream).collect(Collectors.toSet());
        Set<String> trimmed = parts.stream()
                .filter(part -> TRIMMED.contains(part.coordinates()))
                .map(Part::fileName)
                .collect(Collectors.toSet());
        assertEquals(TRIMMED.size(), trimmed.size());
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.getFileName().toString().startsWith(OURS))
                    .toList();
            assertTrue(jars.size() > 20, () -> jars.size() + " jars");
            assertEquals(
                    List.of(),
                    jars.stream()
                            .filter(jar -> !trimmed.contains(jar.getFileName().toString()))
                            .filter(jar -> !known.contains(sha256(jar)))
                            .toList());
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

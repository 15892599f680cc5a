package org.counterclaim.exchange;

import static org.counterclaim.exchange.AnImport.TABS;
import static org.counterclaim.exchange.AnImport.assertCounts;
import static org.counterclaim.exchange.AnImport.done;
import static org.counterclaim.exchange.AnImport.send;
import static org.counterclaim.exchange.AnImport.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A table of 1,313 rows with all that is wrong with real ones. It is not part of the project. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
@EnabledIfSystemProperty(
        named = "reference.data",
        matches = ".+",
        disabledReason = "needs -Dreference.data=DIR with factckbr.tsv")
class ReferenceImportTest {

    @Test
    void nothingIsLostOrInventedAndASecondRunSaysNothingNew() throws IOException {
        byte[] table = Files.readAllBytes(Path.of(System.getProperty("reference.data"), "factckbr.tsv"));
        JsonPath first = imported(table);
        assertCounts(first, 1_313, 1_291, 9, 0, 13);
        Map<String, Long> warned = kinds(warnings(first));
        assertEquals(329, warned.get("shared_url"));
        assertEquals(13, warned.get("claim_missing"));
        assertEquals(12, warned.get("body_empty"));
        assertEquals(4, warned.get("no_rating"));
        assertEquals(1, warned.get("number_out_of_range"));
        assertEquals(528, warned.get("date_form"));
        assertEquals(1_313, warned.get("address_broken"));
        JsonPath second = imported(table);
        assertCounts(second, 1_313, 0, 0, 1_300, 13);
        assertEquals(warned, kinds(warnings(second)));
        System.out.printf(
                "factckbr.tsv: %s in %d ms, again %s in %d ms, %s%n",
                counts(first), millis(first), counts(second), millis(second), warned);
    }

    private static JsonPath imported(byte[] table) {
        return done(send("&language=pt-BR", "?columns=" + TableReadingTest.COLUMNS, TABS, table));
    }

    private static Map<String, Long> kinds(List<JsonPath> notes) {
        return notes.stream()
                .flatMap(note -> note.getList("errors.code", String.class).stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static String counts(JsonPath job) {
        return List.of("rows", "created", "merged", "unchanged", "warned", "failed").stream()
                .map(name -> name + " " + job.getInt(name))
                .collect(Collectors.joining(", "));
    }

    private static long millis(JsonPath job) {
        return Duration.between(Instant.parse(job.getString("startedAt")), Instant.parse(job.getString("endedAt")))
                .toMillis();
    }
}

package org.counterclaim.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'license': {'id': 'Apache-2.0'}}",
                "{'license': {'id': 'GPL-2.0-with-classpath-exception'}}",
                "{'license': {'name': 'Public Domain'}}",
                "{'license': {'id': 'GPL-2.0-only'}}, {'license': {'id': 'EPL-2.0'}}"
            })
    void oneChoiceThatIsOnTheListIsEnough(String licences) throws JsonProcessingException {
        assertTrue(part(licences).isAccepted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{'license': {'id': 'GPL-2.0-only'}}",
                "{'license': {'id': 'GPL-3.0-or-later'}}, {'license': {'id': 'AGPL-3.0-only'}}",
                "{'license': {'name': 'Apache-2.0 with the Commons Clause'}}",
                "{'expression': 'MIT AND AGPL-3.0-only'}"
            })
    void whatIsNotOnTheListIsRefused(String licences) throws JsonProcessingException {
        assertFalse(part(licences).isAccepted());
    }

    @Test
    void aPartIsKnownByItsHash() throws JsonProcessingException {
        assertEquals(
                new Part("pkg:maven/a/b@1", List.of("MIT"), Optional.of("ab12")), part("{'license': {'id': 'MIT'}}"));
    }

    @Test
    void itsJarIsCalledAfterItsCoordinatesAndItsVersion() {
        Part part = new Part("pkg:maven/io.a.b/c-d@1.2.3?type=jar", List.of(), Optional.empty());
        assertEquals("io.a.b/c-d", part.coordinates());
        assertEquals("io.a.b.c-d-1.2.3.jar", part.fileName());
    }

    private static Part part(String licences) throws JsonProcessingException {
        String component = "{'purl': 'pkg:maven/a/b@1', 'licenses': [%s], 'hashes': [{'alg': 'MD5', 'content': 'no'}, "
                + "{'alg': 'SHA-256', 'content': 'ab12'}]}";
        return Part.of(new JsonMapper().readTree(component.formatted(licences).replace('\'', '"')));
    }
}

package org.counterclaim.kit.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "\"3-9af\"", "\"2\", \"3\"", "*"})
    void aTagOfTheCurrentRevisionMatches(String ifMatch) {
        assertDoesNotThrow(() -> Preconditions.requireMatch(ifMatch, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"3\"", "3", "\"\"", "\"x\"", "\"99999999999999999999\""})
    void anyOtherTagIsStale(String ifMatch) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> Preconditions.requireMatch(ifMatch, 3));
        assertEquals(412, problem.getStatusCode());
        assertEquals("\"3\"", problem.getHeaders().get("ETag"));
    }

    @Test
    void aWriteNeedsATag() {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> Preconditions.requireMatch(null, 3));
        assertEquals(428, problem.getStatusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"3\"' | true",
                "'W/\"3\"' | true",
                "'\"1\", W/\"3\"' | true",
                "* | true",
                "'\"4\"' | false",
                "'\"3-ab\"' | false",
                "3 | false"
            })
    void readersAreComparedWeakly(String ifNoneMatch, boolean notModified) {
        assertEquals(notModified, Preconditions.notModified(ifNoneMatch, "\"3\""));
    }
}

package org.counterclaim.kit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private final Cursors cursors = new Cursors(Optional.of("a key"));

    @Test
    void aCursorIsReadByEveryReplicaWithTheKey() {
        String cursor = cursors.write("here", "sort=a");
        assertEquals("here", new Cursors(Optional.of("a key")).read(cursor, "sort=a"));
    }

    @Test
    void aCursorDoesNotShowWhatItHolds() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.write("clm_secret", "q"));
        assertFalse(new String(bytes).contains("secret"));
    }

    @Test
    void aCursorBelongsToOneQuery() {
        String cursor = cursors.write("here", "sort=a");
        assertEquals("/problems/cursor-mismatch", refused(cursor, "sort=b"));
    }

    @Test
    void everyBitOfACursorCounts() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.write("here", "q"));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] forged = bytes.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            String cursor = Base64.getUrlEncoder().encodeToString(forged);
            assertEquals("/problems/malformed", refused(cursor, "q"));
        }
    }

    @Test
    void whatIsNoCursorIsRefused() {
        assertEquals("/problems/malformed", refused("", "q"));
        assertEquals("/problems/malformed", refused("abc", "q"));
        assertEquals("/problems/malformed", refused("ä!", "q"));
        assertEquals("/problems/malformed", refused(new Cursors(Optional.empty()).write("here", "q"), "q"));
    }

    private String refused(String cursor, String query) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> cursors.read(cursor, query));
        return problem.getType().toString();
    }
}

package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** Which proposed claims are published without anybody looking at them. */
class OwnStoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatIsSureAndBySomebodyWhoIsKnownFromOthers() throws Exception {
        JsonNode acceptance = OwnStory.acceptance(JSON.readTree("""
                {"articleId": "art_1", "articleRevision": 2,
                 "speakers": [{"key": "smith", "namesakes": [{"id": "pty_1"}, {"id": "pty_2"}]}, {"key": "jones"}],
                 "attributions": [{"id": "a1", "speaker": "smith"}, {"id": "a2", "speaker": "jones"}, {"id": "a3"}],
                 "claims": [
                   {"text": "one", "confidence": 0.9, "assertedIn": ["a2"], "deniedIn": ["a1"], "otherIn": []},
                   {"text": "two", "confidence": 0.9, "assertedIn": ["a2"], "deniedIn": ["a3"], "otherIn": []},
                   {"text": "three", "confidence": 0.5, "assertedIn": ["a2"], "deniedIn": [], "otherIn": []}]}"""));
        assertEquals(1, acceptance.path("chosen").size());
        assertEquals("two", acceptance.path("chosen").get(0).path("text").asText());
        assertEquals(2, acceptance.path("articleRevision").asInt());
    }
}

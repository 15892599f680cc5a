package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class DigestTableTest {

    private static final String STORY = """
            {"article": {"headline": "Rain"}, "claims": {
              "digest": {
                "agreed": [],
                "disputed": [{"claimId": "c1", "shortText": "It rained", "disputeStatus": "partially_disputed"}],
                "one_sided": [{"claimId": "c2", "shortText": "It was wet", "disputeStatus": "one_sided"}]},
              "parties": [{"id": "p1", "name": "Ada"}, {"id": "p2", "name": "Bob"}],
              "items": [
                {"id": "c1", "positions": [
                  {"id": "o1", "party": "p1", "stance": "denies", "aspect": "whole"},
                  {"id": "o2", "party": "p1", "stance": "affirms", "aspect": "whole", "supersedes": "o1"},
                  {"id": "o3", "party": "p2", "stance": "denies_in_part", "aspect": "scale"}]},
                {"id": "c2", "positions": [{"id": "o4", "party": "p2", "stance": "affirms", "aspect": "whole"}]}]}}
            """;

    @Test
    void eachBucketShowsItsClaimsAndWhoHoldsWhatNow() throws Exception {
        assertEquals("""
                Rain

                DISPUTED (1)
                  It rained [partially disputed]
                      Ada affirms · Bob denies in part (scale)

                ONE-SIDED (1)
                  It was wet
                      Bob affirms
                """, DigestTable.of(new ObjectMapper().readTree(STORY)));
    }
}

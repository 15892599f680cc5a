package org.counterclaim.claim;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * The one document that all changes of the graph of claims go through.
 *
 * @param version counts them
 * @param steps what is about to be written, or was and nobody has looked since
 */
public record StepsUnderWay(@BsonId String id, long version, List<Step> steps) {

    /** The next version. */
    StepsUnderWay with(List<Step> now) {
        return new StepsUnderWay(id, version + 1, now);
    }
}

package org.counterclaim.review;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** The scales that come with the service, without a store. */
public final class BuiltInRules {

    private BuiltInRules() {}

    public static RatingRules rules() {
        return new RatingRules(List.copyOf(scales().values()));
    }

    static Map<String, RatingScaleContent> scales() {
        return new BuiltInScales(JsonMapper.builder()
                        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                        .build())
                .all();
    }
}

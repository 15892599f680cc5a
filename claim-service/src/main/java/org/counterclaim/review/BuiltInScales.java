package org.counterclaim.review;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The scales that come with the service: the labels that many use in some languages, and those of some fact-checkers. */
@Singleton
class BuiltInScales {

    private static final String TABLE = "rating-scales.json";

    private final ObjectMapper json;

    BuiltInScales(ObjectMapper json) {
        this.json = json;
    }

    /** Each under its id. */
    Map<String, RatingScaleContent> all() {
        try (InputStream table = BuiltInScales.class.getResourceAsStream(TABLE)) {
            return json.readValue(table, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

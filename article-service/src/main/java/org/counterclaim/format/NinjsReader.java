package org.counterclaim.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.counterclaim.article.ArticleContent;
import org.counterclaim.article.ArticleForm;
import org.counterclaim.kit.problem.Problem;

/** Reads a story that comes as an item of ninjs; the answer says what of it was not kept. */
@Provider
@Consumes(ArticleForm.NINJS)
public class NinjsReader implements MessageBodyReader<ArticleContent> {

    /** Header with JSON Pointers to the members that an article has no place for. */
    private static final String NOT_KEPT = "Not-Kept";

    private final ObjectMapper json;
    private final Validator validator;
    private final RoutingContext exchange;

    NinjsReader(ObjectMapper json, Validator validator, RoutingContext exchange) {
        this.json = json;
        this.validator = validator;
        this.exchange = exchange;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == ArticleContent.class;
    }

    @Override
    public ArticleContent readFrom(
            Class<ArticleContent> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        NinjsItem item = json.readValue(body, NinjsItem.class);
        if (item == null) {
            throw Problem.MALFORMED.because("An item is a JSON object.");
        }
        ArticleContent content = NinjsInput.valid(item, validator);
        List<String> lost = new NinjsPlaces(item).withoutPlace();
        if (!lost.isEmpty()) {
            exchange.response().putHeader(NOT_KEPT, String.join(", ", lost));
        }
        return content;
    }
}

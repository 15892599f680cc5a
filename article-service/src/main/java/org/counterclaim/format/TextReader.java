package org.counterclaim.format;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.counterclaim.article.ArticleContent;

/** Reads a story that comes as plain text or as HTML; {@code Content-Language} says in which language it is. */
@Provider
@Consumes({MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
public class TextReader implements MessageBodyReader<ArticleContent> {

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
        String text = Utf8.read(body);
        String language = headers.getFirst(HttpHeaders.CONTENT_LANGUAGE);
        return mediaType.getSubtype().equalsIgnoreCase("html")
                ? HtmlText.read(text, language)
                : PlainText.read(text, language);
    }
}

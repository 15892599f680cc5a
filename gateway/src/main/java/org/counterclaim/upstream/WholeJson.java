package org.counterclaim.upstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Whether bytes that are going to be spliced into an answer are one whole JSON object. Nothing is bound to objects. */
final class WholeJson {

    private static final JsonFactory JSON = new JsonFactory();

    private WholeJson() {}

    /**
     * The text of the object's own member {@code id}, null if it has none.
     *
     * @throws IOException if the bytes are anything but one JSON object in UTF-8
     */
    static String idOf(byte[] body) throws IOException {
        requireUtf8(body);
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            String id = readObject(parser);
            if (parser.nextToken() != null) {
                throw new IOException("Something follows the object");
            }
            return id;
        }
    }

    private static String readObject(JsonParser parser) throws IOException {
        String id = null;
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("The object does not end");
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (depth == 1 && token == JsonToken.VALUE_STRING && "id".equals(parser.currentName())) {
                id = parser.getText();
            }
        }
        return id;
    }

    /** The parser guesses other encodings, skips a byte order mark and is lenient with UTF-8; within our answer each would be garbage. */
    private static void requireUtf8(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != '{' || body[1] == 0) {
            throw new IOException("No JSON object in UTF-8");
        }
        for (byte octet : body) {
            if (octet < 0) {
                if (!ByteBufUtil.isText(Unpooled.wrappedBuffer(body), StandardCharsets.UTF_8)) {
                    throw new IOException("No UTF-8");
                }
                return;
            }
        }
    }
}

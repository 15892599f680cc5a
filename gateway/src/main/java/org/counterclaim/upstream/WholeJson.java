package org.counterclaim.upstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Whether bytes that are going to be spliced into an answer are one whole JSON object. Nothing is bound to objects. */
final class WholeJson {

    private static final JsonFactory JSON = new JsonFactory();

    private static final VarHandle EIGHT_OCTETS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;

    private WholeJson() {}

    /**
     * What the object says of itself in its own members.
     *
     * @throws IOException if the bytes are anything but one JSON object in UTF-8
     */
    static SelfDescription read(byte[] body) throws IOException {
        requireUtf8(body);
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            SelfDescription itself = readObject(parser);
            if (parser.nextToken() != null) {
                throw new IOException("Something follows the object");
            }
            return itself;
        }
    }

    private static SelfDescription readObject(JsonParser parser) throws IOException {
        SelfDescription itself = SelfDescription.NONE;
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
            } else if (depth == 1 && token == JsonToken.VALUE_STRING) {
                itself = itself.with(parser.currentName(), parser);
            }
        }
        return itself;
    }

    /**
     * Of UTF-8 only what is not ASCII has to be looked at, and each stretch of that stands for itself. The parser guesses other
     * encodings, skips a byte order mark and is lenient with UTF-8; within our answer each would be garbage.
     */
    private static void requireUtf8(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != '{' || body[1] == 0) {
            throw new IOException("No JSON object in UTF-8");
        }
        ByteBuf octets = Unpooled.wrappedBuffer(body);
        for (int from = endOfAscii(body, 0); from < body.length; ) {
            int to = from;
            while (to < body.length && body[to] < 0) {
                to++;
            }
            if (!ByteBufUtil.isText(octets, from, to - from, StandardCharsets.UTF_8)) {
                throw new IOException("No UTF-8");
            }
            from = endOfAscii(body, to);
        }
    }

    /** Eight octets at a time: most bodies are nearly all ASCII, and this runs over each part of each answer. */
    private static int endOfAscii(byte[] body, int from) {
        int at = from;
        while (at <= body.length - Long.BYTES && ((long) EIGHT_OCTETS.get(body, at) & NOT_ASCII) == 0) {
            at += Long.BYTES;
        }
        while (at < body.length && body[at] >= 0) {
            at++;
        }
        return at;
    }
}

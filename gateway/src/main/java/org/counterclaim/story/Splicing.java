package org.counterclaim.story;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A JSON object in the making whose members are other people's bytes. */
final class Splicing {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(4_096);

    /** @param json one whole value */
    void member(String name, byte[] json) {
        write(body.size() == 0 ? "{\"" : ",\"");
        write(name + "\":");
        body.writeBytes(json);
    }

    /** The object, with how much of it is there. */
    byte[] end(Completeness completeness) {
        member("completeness", completeness.json().getBytes(StandardCharsets.US_ASCII));
        write("}");
        return body.toByteArray();
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}

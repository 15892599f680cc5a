package org.counterclaim.story;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A whole answer in the forms in which it goes out. */
final class Ready {

    private final Composed story;
    private volatile byte[] compressed;

    /** @param story complete, current, and with a tag */
    Ready(Composed story) {
        this.story = story;
    }

    Composed story() {
        return story;
    }

    String tag() {
        return story.tag();
    }

    /** Not copied: nobody changes it. */
    Buffer plain() {
        return Buffer.buffer(Unpooled.wrappedBuffer(story.body()));
    }

    /** As gzip, made for the first reader who takes it; two at the same moment make it twice, and no harm is done. */
    Buffer compressed() {
        byte[] bytes = compressed;
        if (bytes == null) {
            bytes = compress(story.body());
            compressed = bytes;
        }
        return Buffer.buffer(Unpooled.wrappedBuffer(bytes));
    }

    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

package org.counterclaim.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A client that never comes to the end of what it sends. */
final class SlowSender {

    private final SocketChannel channel;
    private final ByteBuffer piece = ByteBuffer.allocate(1_000);
    private final StringBuilder heard = new StringBuilder();
    private boolean open = true;

    SlowSender(URI server) {
        try {
            channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
            channel.configureBlocking(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends this; false when the server has closed the connection. */
    boolean send(String text) {
        try {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            int read = open ? channel.read(piece.clear()) : -1;
            while (read > 0) {
                heard.append(StandardCharsets.ISO_8859_1.decode(piece.flip()));
                read = channel.read(piece.clear());
            }
            open = read == 0;
        } catch (IOException reset) {
            open = false;
        }
        return open;
    }

    /** What the server has said. */
    String heard() {
        send("");
        return heard.toString();
    }
}

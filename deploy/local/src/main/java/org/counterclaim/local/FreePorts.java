package org.counterclaim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of 127.0.0.1 that nobody has at this moment. They are below those that systems give to connections that go out (from 32768
 * or 49152 up): a connection to one of those may be given the same port while nobody listens there, and then connects to itself.
 */
public final class FreePorts {

    private static final int LEAST = 10_000;
    private static final int BEHIND = 32_768;
    private static final int ATTEMPTS = 1_000;

    private FreePorts() {}

    /** One of them. */
    public static int one() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LEAST, BEHIND);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port from " + LEAST + " to " + (BEHIND - 1) + " is free.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

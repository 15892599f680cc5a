package org.counterclaim.e2e;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A client with one HTTP/1.1 connection that it keeps as long as the server lets it. It sends nothing twice, so that whatever
 * fails is seen; libraries hide some of it.
 */
final class Visitor implements AutoCloseable {

    private static final int PATIENCE_MS = 20_000;

    private final int port;
    private final Map<String, String> always;
    private Socket connection;
    private InputStream in;
    private long lastUse;

    /** @param always headers of each request */
    Visitor(int port, Map<String, String> always) {
        this.port = port;
        this.always = always;
    }

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String body) {}

    Answer get(String path) throws IOException {
        return send("GET", path, Map.of(), "");
    }

    Answer send(String method, String path, Map<String, String> headers, String body) throws IOException {
        try {
            connect();
            write(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
            Answer answer = read();
            lastUse = System.nanoTime();
            if ("close".equalsIgnoreCase(answer.headers().get("connection"))) {
                close();
            }
            return answer;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    /** A connection that has rested for long is not used again, as with every client that knows HTTP. */
    private void connect() throws IOException {
        if (connection != null
                && System.nanoTime() - lastUse > Duration.ofSeconds(1).toNanos()) {
            close();
        }
        if (connection == null) {
            connection = new Socket(InetAddress.getLoopbackAddress(), port);
            connection.setSoTimeout(PATIENCE_MS);
            connection.setTcpNoDelay(true);
            in = new BufferedInputStream(connection.getInputStream());
        }
    }

    private void write(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
        always.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (!method.equals("GET")) {
            head.append("Content-Length: " + body.length + "\r\n");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(body);
        whole.writeTo(connection.getOutputStream());
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] part = line.split(":", 2);
            headers.merge(part[0].toLowerCase(Locale.ROOT), part[1].strip(), (one, other) -> one + "," + other);
        }
        byte[] body = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"))
                ? chunks()
                : exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            whole.writeBytes(exactly(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The body is cut");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("The connection was closed");
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}

package org.counterclaim.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The embedded store as a process of its own, which can be killed.
 *
 * @param uri where it listens
 */
record StoreProcess(Process process, String uri) implements AutoCloseable {

    static StoreProcess start(Path file) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String uri = said.readLine();
            if (uri == null) {
                throw new IllegalStateException("The store " + file + " does not open");
            }
            return new StoreProcess(process, uri);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to close the store and end. */
    void askToClose() throws IOException {
        process.getOutputStream().close();
    }

    /** SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** Says where it listens, and closes the store when nobody is there to ask any more. */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedMongo store = EmbeddedMongo.at(Path.of(arguments[0]))) {
            System.out.println(store.uri());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}

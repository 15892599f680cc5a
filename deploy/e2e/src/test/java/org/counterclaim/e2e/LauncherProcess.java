package org.counterclaim.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.counterclaim.local.Ports;

/** The launcher as a process, as {@code deploy/run} starts it once everything is built. */
record LauncherProcess(Process process, Path output, Path errors) {

    private static final Path TARGET = Path.of(System.getProperty("root.dir"), "deploy/local/target");
    private static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";
    private static final String UNVERIFIED = "-XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    static LauncherProcess start(Path folder, Ports ports, String... arguments) throws IOException {
        Map<String, String> environment = new HashMap<>();
        ports.byVariable().forEach((variable, port) -> environment.put(variable, "" + port));
        // its services start in less time so: the running system, which is of the same classes, has verified them
        environment.put(JAVA_OPTIONS, System.getenv().getOrDefault(JAVA_OPTIONS, "") + " " + UNVERIFIED);
        return start(folder, environment, "org.counterclaim.local.Launcher", arguments);
    }

    /** One of the commands beside it, as its script starts it once everything is built, in less memory than the script gives it. */
    static LauncherProcess ofCommand(Path folder, String name, Map<String, String> environment, String... arguments)
            throws IOException {
        Map<String, String> small = new HashMap<>(environment);
        small.put(JAVA_OPTIONS, System.getenv().getOrDefault(JAVA_OPTIONS, "") + " -Xmx64m");
        return start(folder, small, "org.counterclaim.local." + name, arguments);
    }

    private static LauncherProcess start(Path folder, Map<String, String> environment, String main, String... arguments)
            throws IOException {
        Path output = Files.createTempFile(folder, "out", ".txt");
        Path errors = Files.createTempFile(folder, "err", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                TARGET.resolve("classes") + ":" + TARGET.resolve("lib") + "/*",
                main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeAll(List.of("MONGODB_URI", "DATABASE_URL"));
        builder.environment().putAll(environment);
        return new LauncherProcess(builder.start(), output, errors);
    }

    LauncherProcess awaitSaid(String words) {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || read(output).contains(words));
        assertTrue(process.isAlive(), this::said);
        return this;
    }

    int awaitExit() throws InterruptedException {
        assertTrue(process.waitFor(4, TimeUnit.MINUTES), "It does not end");
        return process.exitValue();
    }

    /** SIGKILL for the launcher and all that it has started. */
    void killAll() {
        // the launcher last, because it collects them
        services().forEach(LauncherProcess::kill);
        kill(process.toHandle());
    }

    /** The same for all but one service, which is left behind. */
    void killAllBut(String module) {
        services().stream()
                .filter(service -> !service.info().commandLine().orElse("").contains(module))
                .forEach(LauncherProcess::kill);
        kill(process.toHandle());
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    List<ProcessHandle> services() {
        return process.descendants().toList();
    }

    String said() {
        return read(output) + read(errors);
    }

    String complained() {
        return read(errors);
    }

    /** What it said of the example, which is the same whenever it is asked. */
    String digest() {
        String all = read(output);
        int from = all.indexOf("AGREED (1)");
        assertTrue(from >= 0, all);
        int own = all.indexOf("Your story:");
        return all.substring(from, own < 0 ? all.indexOf("  Example ") : own).stripTrailing();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

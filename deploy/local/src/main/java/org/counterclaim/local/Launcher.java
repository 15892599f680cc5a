package org.counterclaim.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Starts everything on one machine, loads the example, prints its digest, and stays until it is stopped. */
public final class Launcher {

    private final Path root;
    private final Map<String, String> environment;
    private final PrintStream out = utf8(FileDescriptor.out);
    private final PrintStream err = utf8(FileDescriptor.err);
    private volatile boolean stopping;

    private Launcher(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /**
     * Exits with 0 when it has done what it was asked for, with 2 if it was asked wrongly, with 1 if something stands in the way,
     * and then with one sentence that says what.
     */
    public static void main(String[] arguments) throws URISyntaxException {
        // the store's library looks for a log that nobody here reads
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(new Launcher(root(), System.getenv()).run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        try {
            Options options = Options.parse(arguments, root);
            if (options.help()) {
                out.print(Options.USAGE);
            } else {
                options.requireReadableStory();
                launch(options);
            }
            return 0;
        } catch (Refusal e) {
            // what fails because it is being stopped is no news
            if (!stopping) {
                err.println(e.getMessage());
            }
            return e.exitCode();
        }
    }

    private void launch(Options options) {
        Ports ports = Ports.chosenIn(environment);
        try (DataFolder data = DataFolder.open(options.data());
                LocalSystem system = new LocalSystem(root, data, ports, Stores.chosenIn(environment))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system)));
            out.println("Starting the services; they log to " + data.logs());
            system.start();
            new FirstSteps(system, data, out).take(options);
            if (!options.once()) {
                stay(system, data);
            }
        }
    }

    private void stay(LocalSystem system, DataFolder data) {
        system.onLoss(service -> err.println("The " + service.module() + " has ended; see " + data.log(service)));
        out.println("\nCtrl-C stops everything.");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(LocalSystem system) {
        stopping = true;
        if (!system.isStopping()) {
            out.println("Stopping");
        }
        system.close();
    }

    /** The folder of the project: this class is in deploy/local/target, as classes or in a jar. */
    private static Path root() throws URISyntaxException {
        Path code = Path.of(Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return code.getParent().getParent().getParent().getParent();
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}

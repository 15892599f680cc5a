package org.counterclaim.local;

import com.mongodb.MongoException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What {@code deploy/backup} and {@code deploy/restore} have in common: how they begin and how they end. */
@FunctionalInterface
interface StoreCommand {

    /** Does it, and says in a few lines what was done. */
    String run(StoreOptions options) throws IOException;

    /** The exit code: 0 when it is done, 2 if it was asked for wrongly, 1 if something stands in the way, and one sentence. */
    static int run(String[] arguments, String usage, StoreCommand command) {
        // the libraries look for a log that nobody here reads
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try {
            Optional<StoreOptions> options =
                    StoreOptions.parse(List.of(arguments), Optional.ofNullable(System.getenv("MONGODB_URI")), usage);
            System.out.print(options.isPresent() ? command.run(options.get()) : usage);
            return 0;
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            return e.exitCode();
        } catch (MongoException | IllegalStateException | IllegalArgumentException e) {
            System.err.println("The store cannot be used: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("A file cannot be read or written: " + e);
            return 1;
        }
    }
}

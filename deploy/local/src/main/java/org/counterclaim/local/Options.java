package org.counterclaim.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the launcher was asked for.
 *
 * @param once stop after the digest is printed
 * @param empty start without the example
 * @param help print the usage only
 * @param data folder of everything that is kept
 * @param story a text of one's own to publish, null for none
 */
record Options(boolean once, boolean empty, boolean help, Path data, Path story) {

    static final String USAGE = """
            Usage: deploy/run [options]
            Starts Counterclaim on this machine: its stores, the three services, one example story. Ctrl-C stops it.

              --once        print the story's digest, stop everything and exit
              --empty       start without the example
              --data DIR    keep everything in DIR (default: .counterclaim in the project)
              --story FILE  publish a text of your own: its title in the first line, then paragraphs
              --help        print this

            GATEWAY_PORT (8080), ARTICLE_PORT (8081), CLAIM_PORT (8082), ISSUER_PORT (8180), GATEWAY_MANAGEMENT_PORT
            (9000), ARTICLE_MANAGEMENT_PORT (9001) and CLAIM_MANAGEMENT_PORT (9002) choose other ports.
            MONGODB_URI names a MongoDB and DATABASE_URL a PostgreSQL (postgresql://user:password@host:port/database) to use instead of
            the embedded ones.
            """;

    /**
     * Reads the arguments.
     *
     * @param root folder of the project
     * @throws Refusal if there is one that it does not know
     */
    static Options parse(List<String> arguments, Path root) {
        Options options = new Options(false, false, false, root.resolve(".counterclaim"), null);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private Options with(String option, Iterator<String> rest) {
        return switch (option) {
            case "--once" -> new Options(true, empty, help, data, story);
            case "--empty" -> new Options(once, true, help, data, story);
            case "--help", "-h" -> new Options(once, empty, true, data, story);
            case "--data" -> new Options(once, empty, help, path(option, rest), story);
            case "--story" -> new Options(once, empty, help, data, path(option, rest));
            default -> throw Refusal.ofUsage("There is no option " + option + ".");
        };
    }

    private static Path path(String option, Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        if (value.isBlank() || value.startsWith("--")) {
            throw Refusal.ofUsage(option + " needs a value.");
        }
        return Path.of(value);
    }

    /** @throws Refusal if there is a story to publish that cannot be read, before anything is started for it */
    void requireReadableStory() {
        if (story != null && (!Files.isRegularFile(story) || !Files.isReadable(story))) {
            throw Refusal.because("The story " + story + " is no file that can be read.");
        }
    }
}

package org.counterclaim.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** The script has it too, without a build. */
    static final String USAGE = read("run-usage.txt");

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

    private static String read(String resource) {
        try (InputStream text = Options.class.getResourceAsStream(resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refusal if there is a story to publish that cannot be read, before anything is started for it */
    void requireReadableStory() {
        if (story != null && (!Files.isRegularFile(story) || !Files.isReadable(story))) {
            throw Refusal.because("The story " + story + " is no file that can be read.");
        }
    }
}

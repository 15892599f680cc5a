package org.counterclaim.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the launcher does once everything runs: the example, its digest, a story of one's own, and where to go on. */
final class FirstSteps {

    private static final String ACCEPTED = "Accepted by the person who published it from the command line.";

    private final LocalSystem system;
    private final DataFolder data;
    private final PrintStream out;
    private final Newsroom newsroom;

    FirstSteps(LocalSystem system, DataFolder data, PrintStream out) {
        this.system = system;
        this.data = data;
        this.out = out;
        this.newsroom = system.newsroom();
    }

    void take(Options options) {
        String example = options.empty() ? null : example();
        String own = options.story() == null ? null : publish(options.story());
        out.print(
                options.once()
                        ? Welcome.ofWhatStops(system.ports(), example, own)
                        : Welcome.of(system.ports(), example, own, newsroom));
    }

    private String example() {
        out.println("Loading the example, unless it is there");
        String id = new ExampleLoader(newsroom, data, new Progress(out, System.console() != null)).load();
        out.println();
        out.println(newsroom.story(id).map(DigestTable::of).orElse("The example is not public any more.\n"));
        return id;
    }

    private String publish(Path story) {
        try {
            JsonNode draft = newsroom.createFromText("/v1/articles", Files.readAllBytes(story));
            return newsroom.publish("/v1/articles", draft, ACCEPTED).path("id").asText();
        } catch (IOException e) {
            throw Refusal.because("The story " + story + " cannot be read: " + e.getMessage(), e);
        }
    }
}

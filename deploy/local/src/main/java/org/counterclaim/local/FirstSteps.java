package org.counterclaim.local;

import java.io.PrintStream;

/** What the launcher does once everything runs: the example, its digest, a story of one's own, and where to go on. */
final class FirstSteps {

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
        String own = options.story() == null ? null : new OwnStory(newsroom, out).publish(options.story());
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
}

package org.counterclaim.lint;

import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;

/** A story that does not say when it was published. */
final class MissingDate implements Rule {

    @Override
    public Stream<Flag> flags(Story story) {
        return story.isDated()
                ? Stream.of()
                : Stream.of(Flag.error(
                        "missing_date_published",
                        story.id(),
                        "No publication date: every relative date in the story is unanchored."));
    }
}

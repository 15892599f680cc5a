package org.counterclaim.lint;

import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;

/** A story that does not say who wrote it. */
final class MissingByline implements Rule {

    @Override
    public Stream<Flag> flags(Story story) {
        return story.isSigned()
                ? Stream.of()
                : Stream.of(
                        Flag.warning("missing_byline", story.id(), "No author: nobody answers for the story by name."));
    }
}

package org.counterclaim.lint;

import java.util.Optional;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.lint.Passage.Stretch;
import org.counterclaim.lint.Story.Citation;

/** A source that nobody has found: a label is no evidence. */
final class UnresolvedSources implements Rule {

    @Override
    public Stream<Flag> flags(Story story) {
        return story.citations().stream()
                .filter(citation -> !citation.isFound())
                .map(citation -> Flag.errorAt(
                        "unresolved_source",
                        citation.id(),
                        "Nobody has found the work called \"" + citation.label() + "\".",
                        mention(story, citation).orElse(null)));
    }

    /** Where the story's list of sources names it. */
    private static Optional<Flag.Span> mention(Story story, Citation citation) {
        return story.passages(Passage.Kind.CITATIONS)
                .filter(passage -> passage.text().contains(citation.label()))
                .findFirst()
                .map(passage -> {
                    int start = passage.text().indexOf(citation.label());
                    return passage.span(
                            new Stretch(start, start + citation.label().length()));
                });
    }
}

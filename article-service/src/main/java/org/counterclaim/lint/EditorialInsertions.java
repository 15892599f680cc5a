package org.counterclaim.lint;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.lint.Passage.Stretch;

/** Words in square brackets within a quotation: the speaker did not say them. What is left out, and {@code [sic]}, adds nothing. */
final class EditorialInsertions implements Rule {

    private static final Pattern INSERTION = Pattern.compile("\\[(?!sic]|\\.\\.\\.]|…])[^\\]\\[]{1,200}]");

    @Override
    public Stream<Flag> flags(Story story) {
        return story.passages().stream().flatMap(EditorialInsertions::flags);
    }

    private static Stream<Flag> flags(Passage passage) {
        List<Stretch> quotations = passage.quotations();
        return INSERTION
                .matcher(passage.text())
                .results()
                .map(Stretch::of)
                .filter(found -> quotations.stream().anyMatch(quotation -> quotation.holds(found.start())))
                .map(found -> passage.flag(
                        "editorial_insertion_in_quote",
                        found,
                        "The newsroom put \"" + passage.words(found)
                                + "\" into somebody's words: does it say what the speaker meant?"));
    }
}

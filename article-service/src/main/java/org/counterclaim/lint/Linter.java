package org.counterclaim.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;

/**
 * What a newsroom should look at before a story is published. It reads what anybody can read in the text; it knows nothing of the
 * world. Rules about words know English; the others hold in every language.
 */
public final class Linter {

    private static final List<Rule> RULES = List.of(
            new MissingDate(),
            new UnresolvedSources(),
            new MissingByline(),
            new HeadlineHedge(),
            new HeadlineQuantity(),
            new EditorialInsertions(),
            new PersonalData(),
            new UnattributedAssertions(),
            Wording.vagueQuantifiers(),
            Wording.loadedWords(),
            Wording.positions(),
            Wording.guesses());

    /** A text may repeat what is wrong with it; nobody reads more. What stands in the way of publishing is named in full. */
    private static final int ENOUGH = 200;

    private Linter() {}

    /** Those in the way of publishing first, then up to 200 others, rule by rule in the order of the text. */
    public static List<Flag> flags(Story story) {
        Map<String, Flag> found = RULES.stream()
                .flatMap(rule -> rule.flags(story))
                .collect(Collectors.toMap(Flag::id, flag -> flag, (first, again) -> first, LinkedHashMap::new));
        return Stream.concat(
                        found.values().stream().filter(Flag::standsInTheWay),
                        found.values().stream()
                                .filter(flag -> !flag.standsInTheWay())
                                .limit(ENOUGH))
                .toList();
    }
}

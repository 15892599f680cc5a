package org.counterclaim.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;

/**
 * A story of the test resources with what is to be said of it: lines with what it is, an empty one, the headline, paragraphs with an
 * empty line between.
 *
 * @param expected code, section and words of each flag
 */
record AStory(Story story, List<String> expected) {

    static AStory of(String text) {
        List<String> head = text.lines().takeWhile(line -> !line.isBlank()).toList();
        String[] parts = text.lines()
                .skip(head.size())
                .collect(Collectors.joining("\n"))
                .strip()
                .split("\n\n");
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            passages.add(passage("s" + i, parts[i], i == 0));
        }
        Story story = new Story(
                "art_1",
                values(head, "language: ").findFirst().orElseThrow(),
                values(head, "date: ").noneMatch("unknown"::equals),
                values(head, "author: ").count() > 0,
                passages,
                values(head, "source: ")
                        .map(label -> new Story.Citation("src_1", label, false))
                        .toList());
        return new AStory(story, values(head, "! ").sorted().toList());
    }

    private static Passage passage(String id, String text, boolean isFirst) {
        if (isFirst) {
            return new Passage(id, Passage.Kind.HEADLINE, text);
        }
        return switch (text.charAt(0)) {
            case '>' -> new Passage(id, Passage.Kind.QUOTATION, text.substring(2));
            case '*' -> new Passage(id, Passage.Kind.CITATIONS, text);
            default -> new Passage(id, Passage.Kind.BODY, text);
        };
    }

    private static Stream<String> values(List<String> head, String name) {
        return head.stream().filter(line -> line.startsWith(name)).map(line -> line.substring(name.length()));
    }

    static List<String> said(List<Flag> flags) {
        return flags.stream()
                .map(flag -> flag.span() == null
                        ? flag.code() + " | |"
                        : String.join(
                                " | ",
                                flag.code(),
                                flag.span().sectionId(),
                                flag.span().exact()))
                .sorted()
                .toList();
    }
}

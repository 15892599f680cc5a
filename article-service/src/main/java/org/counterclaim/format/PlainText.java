package org.counterclaim.format;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.article.ArticleContent;
import org.counterclaim.article.Section;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;

/** A story as plain text: the headline in the first line, then paragraphs, then, if it has any, a list of its sources. */
final class PlainText {

    private static final Pattern ITEM = Pattern.compile("[-*•–][\\s\\h].*");
    private static final Pattern BLANK_LINES = Pattern.compile("\n\\s*\n");

    private PlainText() {}

    /** @param inLanguage tag of the language, null if nobody said */
    static ArticleContent read(String text, String inLanguage) {
        List<String> lines = text.lines().map(String::strip).toList();
        String headline =
                lines.stream().filter(line -> !line.isEmpty()).findFirst().orElseThrow(PlainText::noHeadline);
        List<String> rest = lines.subList(lines.indexOf(headline) + 1, lines.size());
        return Prose.of(headline, blocks(rest)).content(headline, inLanguage);
    }

    /** The blocks of a text without a headline. */
    static List<Block> blocks(String text) {
        return blocks(text.lines().map(String::strip).toList());
    }

    static RuntimeException noHeadline() {
        String detail = "There is no headline.";
        return Problem.VALIDATION.because(detail, List.of(new FieldError("/headline", "not-blank", detail)));
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> each = lines.stream()
                .map(line -> Block.of(Section.Role.PARAGRAPH, line))
                .toList();
        int sources = Prose.sourcesIn(each);
        boolean spaced = isSpaced(lines);
        String text = String.join("\n", lines.subList(0, sources)).strip();
        Stream<String> paragraphs = spaced ? Arrays.stream(BLANK_LINES.split(text)) : text.lines();
        return Stream.concat(paragraphs.map(PlainText::paragraph), each.subList(sources, each.size()).stream())
                .filter(block -> !block.text().isEmpty())
                .toList();
    }

    /** A blank line ends a paragraph; in a text without any, each line is one. */
    private static boolean isSpaced(List<String> lines) {
        return BLANK_LINES.matcher(String.join("\n", lines).strip()).find();
    }

    private static Block paragraph(String lines) {
        return lines.lines().allMatch(line -> ITEM.matcher(line).matches())
                ? Block.of(Section.Role.LIST, lines)
                : Block.of(Section.Role.PARAGRAPH, lines.replace('\n', ' '));
    }
}

package org.counterclaim.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.kit.problem.Problem;

/**
 * A story as plain text: the headline in the first line, then paragraphs, then, if it has any, its sources, one in each line
 * after a line such as "Related Sources:".
 */
final class PlainText {

    private static final Pattern SOURCES = Pattern.compile("(related )?sources:?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BULLET = Pattern.compile("^[-*•]\\s*");

    private PlainText() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no text in UTF-8 */
    static ArticleContent parse(byte[] body, String inLanguage) {
        List<String> lines = decode(body).lines().map(String::strip).toList();
        List<String> filled = lines.stream().filter(line -> !line.isEmpty()).toList();
        if (filled.isEmpty()) {
            throw Problem.VALIDATION.because("The first line is the headline; there is none.");
        }
        String headline = filled.get(0);
        List<String> rest = lines.subList(lines.indexOf(headline) + 1, lines.size());
        int end = (int) rest.stream()
                .takeWhile(line -> !SOURCES.matcher(line).matches())
                .count();
        List<String> sources = rest.subList(end, rest.size()).stream()
                .filter(line -> !line.isEmpty())
                .toList();
        return ArticleContent.ofText(
                headline, inLanguage, sections(headline, rest.subList(0, end), sources), sources(sources));
    }

    private static List<Section> sections(String headline, List<String> text, List<String> sources) {
        Stream<Section> paragraphs =
                paragraphs(text).stream().map(paragraph -> new Section(null, Section.Role.PARAGRAPH, paragraph));
        Stream<Section> list = sources.stream().map(line -> new Section(null, Section.Role.SOURCES, line));
        return Stream.of(Stream.of(new Section(null, Section.Role.HEADLINE, headline)), paragraphs, list)
                .flatMap(sections -> sections)
                .toList();
    }

    private static List<Source> sources(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> Source.unresolved(BULLET.matcher(line).replaceFirst("")))
                .toList();
    }

    /** A blank line ends a paragraph; in a text without any, each line is one. */
    private static List<String> paragraphs(List<String> text) {
        String whole = String.join("\n", text).strip();
        String end = whole.contains("\n\n") ? "\n\n+" : "\n";
        return Arrays.stream(whole.split(end))
                .map(paragraph -> paragraph.replace('\n', ' ').strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static String decode(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException e) {
            // the same answer as for a NUL
        }
        throw Problem.MALFORMED.because("The body is no text in UTF-8.");
    }
}

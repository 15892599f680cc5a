package org.counterclaim.format;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.article.Section;
import org.counterclaim.article.Source;

/**
 * A stretch of a text that came in.
 *
 * @param role what it is, as far as its form tells
 * @param text without markup, not blank
 * @param url the web address that it refers to; null if it names none
 */
record Block(Section.Role role, String text, String url) {

    /** Longest label of a source. */
    private static final int LABEL = 500;

    private static final int ADDRESS = 2_000;
    private static final Pattern SOURCES = Pattern.compile("(related )?sources\\s*:?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BULLETS = Pattern.compile("[\\s\\h]*•[\\s\\h]*");
    private static final Pattern MARK = Pattern.compile("^(?:[-*–]|\\d{1,2}[.)])[\\s\\h]+");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s/?#]+(?:/\\S*|[?#]\\S*)?");

    static Block of(Section.Role role, String text) {
        return new Block(role, text, null);
    }

    /** Whether a list of sources may follow. */
    boolean announcesSources() {
        return SOURCES.matcher(text).matches();
    }

    boolean isShort() {
        return text.codePointCount(0, text.length()) <= LABEL;
    }

    Section section() {
        return new Section(null, role, text);
    }

    Section sourcesSection() {
        return new Section(null, Section.Role.SOURCES, text);
    }

    /** The works that it lists; one line may list several, each after a bullet. */
    Stream<Source> sources() {
        List<String> labels = text.lines()
                .flatMap(line -> Arrays.stream(BULLETS.split(line)))
                .map(label -> MARK.matcher(label).replaceFirst(""))
                .map(Block::trimmed)
                .filter(label -> !label.isEmpty())
                .toList();
        return labels.stream()
                .map(label -> Source.unresolved(label, labels.size() == 1 && url != null ? url : addressIn(label)));
    }

    /** Without spaces at its ends, those that do not break among them. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static String addressIn(String label) {
        Matcher address = WEB.matcher(label);
        return address.find() ? webAddress(address.group().replaceFirst("[.,;:!?)\\]}>\"'”]+$", "")) : null;
    }

    /** The same if it is an absolute address of the web, null for any other. */
    static String webAddress(String address) {
        return address.length() <= ADDRESS && WEB.matcher(address).matches() ? address : null;
    }
}

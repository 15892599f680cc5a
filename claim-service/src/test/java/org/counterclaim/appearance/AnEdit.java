package org.counterclaim.appearance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.story.ArticleText;

/** An article before and after an edit, a quote from it, and where the quote is to be found. */
record AnEdit(String name, ArticleText before, ArticleText after, Appearance appearance, Anchor expected) {

    private static final String ARTICLE = "art_01ARZ3NDEKTSV4RRFFQ69G5FAV";

    /** Every hand-made one. */
    static List<AnEdit> all() {
        try (InputStream file = AnEdit.class.getResourceAsStream("edits.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n== "))
                    .skip(1)
                    .map(AnEdit::unescaped)
                    .map(AnEdit::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A quote from an article of one section, which stands between two brackets. */
    static AnEdit of(String marked) {
        return parse("of its own\nexact\n- s1: " + marked + "\n+ s1: " + marked);
    }

    static ArticleText text(int revision, List<ArticleText.Section> sections) {
        return new ArticleText(ARTICLE, revision, EditorialStatus.PUBLISHED, null, null, Instant.EPOCH, sections);
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u(\\p{XDigit}{4})")
                .matcher(text)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }

    private static AnEdit parse(String form) {
        List<String> lines = form.lines().toList();
        AnchorState state = AnchorState.valueOf(lines.get(1).strip().toUpperCase(Locale.ROOT));
        Marked before = Marked.of(lines, "- ");
        Marked after = Marked.of(lines, "+ ");
        Appearance appearance = before.appearance();
        Anchor expected = after.section == null
                ? new Anchor(appearance.id(), 2, state, null, null, null)
                : new Anchor(appearance.id(), 2, state, after.section, after.start, after.end);
        return new AnEdit(lines.get(0), text(1, before.sections), text(2, after.sections), appearance, expected);
    }

    @Override
    public String toString() {
        return name;
    }

    /** The sections of one version, and what is marked in them; without a mark there is no section. */
    private record Marked(List<ArticleText.Section> sections, String section, String exact, int start, int end) {

        static Marked of(List<String> lines, String sign) {
            List<String> own =
                    lines.stream().filter(line -> line.startsWith(sign)).toList();
            List<ArticleText.Section> sections =
                    own.stream().map(Marked::section).toList();
            return own.stream()
                    .filter(line -> line.contains("⟦"))
                    .flatMap(line -> Stream.of(marked(sections, line)))
                    .findFirst()
                    .orElse(new Marked(sections, null, null, 0, 0));
        }

        private static Marked marked(List<ArticleText.Section> sections, String line) {
            String text = line.substring(line.indexOf(": ") + 2);
            String exact = text.substring(text.indexOf('⟦') + 1, text.indexOf('⟧'));
            int start = text.codePointCount(0, text.indexOf('⟦'));
            return new Marked(
                    sections, section(line).id(), exact, start, start + exact.codePointCount(0, exact.length()));
        }

        private static ArticleText.Section section(String line) {
            int colon = line.indexOf(": ");
            return new ArticleText.Section(
                    line.substring(2, colon), line.substring(colon + 2).replaceAll("[⟦⟧]", ""));
        }

        /** With its context, as it is when it has been checked. */
        Appearance appearance() {
            Selector bare = new Selector(new Selector.Quote(exact, null, null), new Selector.Position(start, end));
            Selector whole = sections.stream()
                    .filter(s -> s.id().equals(section))
                    .flatMap(s -> bare.on(s).stream())
                    .findFirst()
                    .orElseThrow();
            return new Appearance(
                    "app_1",
                    new AppearanceContent(
                            ARTICLE, 1, section, whole, null, null, null, null, QuotationType.NONE, null));
        }
    }
}

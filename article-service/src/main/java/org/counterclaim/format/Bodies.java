package org.counterclaim.format;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterclaim.article.Section;
import org.counterclaim.format.NinjsItem.Text;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** The text of an article as a whole. */
final class Bodies {

    private static final Pattern WORD = Pattern.compile("\\S+");

    private Bodies() {}

    /** The sections with blank lines between. */
    static String plainText(List<Section> sections) {
        return sections.stream().map(Section::text).collect(Collectors.joining("\n\n"));
    }

    static Text plain(List<Section> sections) {
        String value = plainText(sections);
        int words = (int) WORD.matcher(value).results().count();
        return new Text("main", "text/plain", value.codePointCount(0, value.length()), words, value);
    }

    /** Blocks of XHTML that are cut into the same sections when they are read. */
    static Text xhtml(List<Section> sections) {
        Document page = new Document("");
        page.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        sections.forEach(section -> append(page, section));
        return new Text("richtext", "application/xhtml+xml", null, null, page.html());
    }

    private static void append(Element page, Section section) {
        switch (section.role()) {
            case HEADLINE, HEADING -> page.appendElement("h2").text(section.text());
            case PARAGRAPH, SOURCES -> page.appendElement("p").text(section.text());
            case QUOTE -> page.appendElement("blockquote").text(section.text());
            case CAPTION ->
                page.appendElement("figure").appendElement("figcaption").text(section.text());
            case LIST -> {
                Element list = page.appendElement("ul");
                section.text().lines().forEach(line -> list.appendElement("li").text(line));
            }
        }
    }
}

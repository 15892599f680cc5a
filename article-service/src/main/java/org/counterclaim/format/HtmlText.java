package org.counterclaim.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterclaim.article.ArticleContent;
import org.counterclaim.article.ArticleContentBuilder;
import org.counterclaim.article.Section;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * A story as HTML. Its text is kept, cut where its blocks are; nothing in it is executed and nothing that it names is fetched. Of
 * its addresses those of the web are kept, where an article has a place for one.
 */
final class HtmlText {

    private static final String NO_TEXT =
            "script, style, noscript, template, iframe, frame, object, embed, applet, svg, math, form, button, select, textarea, nav, canvas, audio, video, dialog";

    /** What is one section as a whole. */
    private static final Map<String, Section.Role> WHOLE = Map.ofEntries(
            Map.entry("h1", Section.Role.HEADING),
            Map.entry("h2", Section.Role.HEADING),
            Map.entry("h3", Section.Role.HEADING),
            Map.entry("h4", Section.Role.HEADING),
            Map.entry("h5", Section.Role.HEADING),
            Map.entry("h6", Section.Role.HEADING),
            Map.entry("p", Section.Role.PARAGRAPH),
            Map.entry("pre", Section.Role.PARAGRAPH),
            Map.entry("blockquote", Section.Role.QUOTE),
            Map.entry("figcaption", Section.Role.CAPTION),
            Map.entry("caption", Section.Role.CAPTION),
            Map.entry("ul", Section.Role.LIST),
            Map.entry("ol", Section.Role.LIST),
            Map.entry("dl", Section.Role.LIST));

    private HtmlText() {}

    /** @param inLanguage tag of the language, null if nothing but the text itself may say */
    static ArticleContent read(String html, String inLanguage) {
        Document page = Jsoup.parse(html);
        page.select(NO_TEXT).remove();
        Element title = page.selectFirst("h1");
        String headline = title == null ? page.title() : title.text();
        if (headline.isBlank()) {
            throw PlainText.noHeadline();
        }
        Optional.ofNullable(title).ifPresent(Node::remove);
        String language = page.select("html").attr("lang");
        return ArticleContentBuilder.builder(Prose.of(headline, blocks(page))
                        .content(headline, inLanguage == null && !language.isBlank() ? language : inLanguage))
                .url(Block.webAddress(page.select("link[rel=canonical]").attr("href")))
                .image(image(page))
                .build();
    }

    /** The blocks of a piece of HTML without a headline. */
    static List<Block> blocks(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.select(NO_TEXT).remove();
        return blocks(page);
    }

    private static List<Block> blocks(Document page) {
        Element story = Optional.ofNullable(page.selectFirst("article"))
                .or(() -> Optional.ofNullable(page.selectFirst("main")))
                .orElse(page.body());
        Cutter cutter = new Cutter();
        story.filter(cutter);
        cutter.end();
        return cutter.blocks;
    }

    private static ArticleContent.Image image(Document page) {
        return page.select("img").stream()
                .filter(image -> Block.webAddress(image.attr("src")) != null)
                .findFirst()
                .map(image -> new ArticleContent.Image(image.attr("src"), caption(image), null))
                .orElse(null);
    }

    private static String caption(Element image) {
        Element figure = image.closest("figure");
        String caption = figure == null ? "" : figure.select("figcaption").text();
        String text = caption.isEmpty() ? image.attr("alt").strip() : caption;
        return text.isEmpty() ? null : text;
    }

    /** Goes through the nodes; what stands between the blocks is a paragraph of its own. */
    private static final class Cutter implements NodeFilter {

        private final List<Block> blocks = new ArrayList<>();
        private final StringBuilder loose = new StringBuilder();
        private boolean announced;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                loose.append(text.getWholeText());
            } else if (node instanceof Element element) {
                if (element.isBlock()) {
                    end();
                } else if (element.normalName().equals("br")) {
                    loose.append(' ');
                }
                Section.Role role = WHOLE.get(element.normalName());
                if (role != null) {
                    add(role, element);
                    return FilterResult.SKIP_CHILDREN;
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                end();
            }
            return FilterResult.CONTINUE;
        }

        void end() {
            add(Section.Role.PARAGRAPH, loose.toString().replaceAll("\\s+", " "), null);
            loose.setLength(0);
        }

        /** Of a list that may be one of sources, each item is a block. */
        private void add(Section.Role role, Element element) {
            announced |= Block.of(role, element.text()).announcesSources();
            if (role != Section.Role.LIST) {
                add(role, element.text(), address(element));
            } else if (announced) {
                element.children().forEach(item -> add(role, item.text(), address(item)));
            } else {
                add(role, items(element), null);
            }
        }

        private void add(Section.Role role, String text, String url) {
            String trimmed = Block.trimmed(text);
            if (!trimmed.isEmpty()) {
                blocks.add(new Block(role, trimmed, url));
            }
        }

        private static String items(Element list) {
            return list.children().stream()
                    .map(Element::text)
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining("\n"));
        }

        private static String address(Element element) {
            Element link = element.selectFirst("a[href]");
            return link == null ? null : Block.webAddress(link.attr("href"));
        }
    }
}

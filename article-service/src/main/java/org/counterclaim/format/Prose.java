package org.counterclaim.format;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterclaim.article.ArticleContent;
import org.counterclaim.article.Section;
import org.counterclaim.article.Source;

/**
 * A running text, cut into the sections of an article. If a line such as "Related Sources:" is followed by nothing but short
 * lines, these are its sources, which nobody has looked for yet.
 */
record Prose(List<Section> sections, List<Source> sources) {

    /** @param headline null if the text has none */
    static Prose of(String headline, List<Block> blocks) {
        int announced = sourcesIn(blocks);
        List<Block> list = blocks.subList(announced, blocks.size());
        Stream<Section> top = Stream.ofNullable(headline).map(text -> new Section(null, Section.Role.HEADLINE, text));
        Stream<Section> text = blocks.subList(0, announced).stream().map(Block::section);
        return new Prose(
                Stream.of(top, text, list.stream().map(Block::sourcesSection))
                        .flatMap(sections -> sections)
                        .toList(),
                list.stream().skip(1).flatMap(Block::sources).toList());
    }

    /** An article that is this text and nothing more. */
    ArticleContent content(String headline, String inLanguage) {
        return ArticleContent.ofText(headline, inLanguage, sections, sources);
    }

    /** Where the sources are announced; behind the end if they are not. */
    static int sourcesIn(List<Block> blocks) {
        int afterLong = IntStream.iterate(blocks.size(), i -> i > 0, i -> i - 1)
                .filter(i -> !blocks.get(i - 1).isShort())
                .findFirst()
                .orElse(0);
        return IntStream.range(afterLong, blocks.size())
                .filter(i -> blocks.get(i).announcesSources())
                .findFirst()
                .orElse(blocks.size());
    }
}

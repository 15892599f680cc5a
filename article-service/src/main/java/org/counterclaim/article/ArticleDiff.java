package org.counterclaim.article;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What changed between two revisions, for people.
 *
 * @param members names of those members, other than the sections, that differ
 * @param sections those that differ, in the order of the later revision, what is gone at its end
 */
@Schema(name = "ArticleDiff")
record ArticleDiff(
        @Schema(required = true) int from,
        @Schema(required = true) int to,
        @Schema(required = true) List<String> members,
        @Schema(required = true) List<SectionChange> sections) {

    /**
     * What happened to one section.
     *
     * @param moved whether it stands elsewhere among those that stayed
     * @param spans where the words differ; none if it was only moved or plays another role
     */
    @Schema(name = "SectionChange")
    record SectionChange(
            @Schema(required = true) String sectionId,
            @Schema(required = true) Kind kind,
            @Schema(required = true) Section.Role role,
            @Schema(required = true) boolean moved,
            @Schema(required = true) List<TextSpan> spans) {

        /** What happened to it. */
        @Schema(name = "SectionChangeKind")
        enum Kind {
            INSERTED,
            DELETED,
            CHANGED,
            MOVED
        }

        static SectionChange whole(Kind kind, Section section) {
            String text = section.text();
            TextSpan.Offsets all = TextSpan.Offsets.in(text, 0, text.length());
            TextSpan.Offsets none = new TextSpan.Offsets(0, 0);
            TextSpan span = kind == Kind.INSERTED ? TextSpan.of(none, all, "", text) : TextSpan.of(all, none, text, "");
            return new SectionChange(section.id(), kind, section.role(), false, List.of(span));
        }
    }

    /** @param members names of the other members that differ */
    static ArticleDiff between(Article from, Article to, List<String> members) {
        List<Section> before = from.content().sections();
        List<Section> after = to.content().sections();
        Map<String, Section> old = byId(before);
        Set<String> ids = byId(after).keySet();
        Set<String> moved = moved(before, after, ids);
        Locale language = Locale.forLanguageTag(to.content().inLanguage());
        Stream<SectionChange> there = after.stream()
                .flatMap(section -> change(old.get(section.id()), section, moved.contains(section.id()), language));
        Stream<SectionChange> gone = before.stream()
                .filter(section -> !ids.contains(section.id()))
                .map(section -> SectionChange.whole(SectionChange.Kind.DELETED, section));
        return new ArticleDiff(
                from.revision(),
                to.revision(),
                members,
                Stream.concat(there, gone).toList());
    }

    private static Stream<SectionChange> change(Section before, Section after, boolean moved, Locale language) {
        if (before == null) {
            return Stream.of(SectionChange.whole(SectionChange.Kind.INSERTED, after));
        }
        if (before.equals(after)) {
            return moved
                    ? Stream.of(new SectionChange(after.id(), SectionChange.Kind.MOVED, after.role(), true, List.of()))
                    : Stream.of();
        }
        List<TextSpan> spans = Words.between(before.text(), after.text(), language);
        return Stream.of(new SectionChange(after.id(), SectionChange.Kind.CHANGED, after.role(), moved, spans));
    }

    /** Those of both revisions that do not stand in the longest common order. */
    private static Set<String> moved(List<Section> before, List<Section> after, Set<String> ids) {
        Set<String> old = byId(before).keySet();
        List<String> from =
                before.stream().map(Section::id).filter(ids::contains).toList();
        List<String> to = after.stream().map(Section::id).filter(old::contains).toList();
        Set<String> moved = new HashSet<>(to);
        DiffUtils.diff(from, to, true).getDeltas().stream()
                .filter(delta -> delta.getType() == DeltaType.EQUAL)
                .forEach(delta -> IntStream.range(0, delta.getSource().size())
                        .forEach(i -> moved.remove(delta.getSource().getLines().get(i))));
        return moved;
    }

    private static Map<String, Section> byId(List<Section> sections) {
        return sections.stream().collect(Collectors.toMap(Section::id, Function.identity()));
    }
}

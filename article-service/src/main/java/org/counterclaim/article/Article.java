package org.counterclaim.article;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.store.Aggregate;
import org.counterclaim.kit.store.Reach;

/**
 * A news story as it stands.
 *
 * @param slugs the current one first, then those it had before, which lead to it
 * @param usedSections how many section numbers were given out: none is used again
 * @param usedSources the same for sources
 * @param corrections what readers were told of changes, the first first
 * @param nextMoment when readers begin or cease to see it without anybody's doing; null if that is not going to happen
 */
@RecordBuilder
@RecordBuilder.Options(inheritComponentAnnotations = false)
public record Article(
        @BsonId String id,
        int revision,
        List<String> slugs,
        ArticleContent content,
        Editorial editorial,
        int usedSections,
        int usedSources,
        List<Correction> corrections,
        Instant nextMoment,
        Instant createdAt,
        Instant updatedAt)
        implements Aggregate<Article> {

    public Article {
        corrections = corrections == null ? List.of() : corrections;
    }

    /** A first draft, with ids for all its sections and sources. */
    static Article drafted(String id, String slug, ArticleContent content, Editorial editorial, Instant now) {
        Numbered<Section> sections = Numbered.first(content.sections(), "sections");
        Numbered<Source> sources = Numbered.first(content.sources(), "sources");
        ArticleContent identified = content.with(slug, sections.parts(), sources.parts());
        return ArticleBuilder.builder()
                .id(id)
                .revision(1)
                .slugs(List.of(slug))
                .content(identified)
                .editorial(editorial)
                .usedSections(sections.used())
                .usedSources(sources.used())
                .createdAt(now)
                .updatedAt(now)
                .build();
    }

    /** The next revision with this content; sections and sources that stay keep their ids. */
    Article revised(ArticleContent next, Editorial written, Instant now) {
        String slug = next.slug() == null ? slug() : next.slug();
        Numbered<Section> sections =
                Numbered.next(new Numbered<>(content.sections(), usedSections), next.sections(), "sections");
        Numbered<Source> sources =
                Numbered.next(new Numbered<>(content.sources(), usedSources), next.sources(), "sources");
        return ArticleBuilder.builder(this)
                .slugs(Stream.concat(Stream.of(slug), slugs.stream()).distinct().toList())
                .content(next.with(slug, sections.parts(), sources.parts()))
                .editorial(written)
                .usedSections(sections.used())
                .usedSources(sources.used())
                .build()
                .next(now);
    }

    /** The next revision, moved to another editorial status. A retraction stands among the corrections as well. */
    Article moved(Editorial moved, Instant now) {
        Article next = ArticleBuilder.builder(this).editorial(moved).build().next(now);
        return switch (moved.status()) {
            case REMOVED -> next.redacted();
            case RETRACTED -> next.with(Correction.ofRetraction(moved.notice(), revision, now));
            default -> next;
        };
    }

    /** The next revision, with a word to readers. */
    Article corrected(Correction correction, Editorial written, Instant now) {
        return ArticleBuilder.builder(this)
                .editorial(written)
                .build()
                .with(correction)
                .next(now);
    }

    private Article with(Correction correction) {
        List<Correction> all =
                Stream.concat(corrections.stream(), Stream.of(correction)).toList();
        return ArticleBuilder.builder(this).corrections(all).build();
    }

    /** What readers were told last. */
    Correction lastCorrection() {
        return corrections.get(corrections.size() - 1);
    }

    /** The revision that stands in the place of a deleted draft. */
    Article ended(Instant now) {
        return next(now);
    }

    /** The next revision with nothing changed but the time: its moment has come. */
    Article atItsMoment(Instant now) {
        return next(now);
    }

    boolean isDue(Instant now) {
        return nextMoment != null && !nextMoment.isAfter(now);
    }

    private Article next(Instant now) {
        return ArticleBuilder.builder(this)
                .revision(revision + 1)
                .nextMoment(Moments.next(editorial, content, now))
                .updatedAt(now)
                .build();
    }

    String slug() {
        return slugs.get(0);
    }

    boolean isPublic(Instant now) {
        return editorial.isPublic(content.embargoedUntil(), content.expires(), now);
    }

    /** Whether anonymous readers saw this revision when it was made. */
    boolean wasPublic() {
        return isPublic(updatedAt);
    }

    /** Whom this revision concerned when it was made. */
    Reach reach() {
        return new Reach(wasPublic(), Set.of(id));
    }

    @Override
    public boolean isRemoved() {
        return editorial.status() == EditorialStatus.REMOVED;
    }

    /** The slug goes too: it is made of the headline. */
    @Override
    public Article redacted() {
        String nameless = Slugs.ofId(id);
        ArticleContent empty = ArticleContent.ofText("[removed]", "und", List.of(), List.of());
        return ArticleBuilder.builder(this)
                .slugs(List.of(nameless))
                .content(empty.with(nameless, List.of(), List.of()))
                .corrections(List.of())
                .editorial(new Editorial(editorial.status(), editorial.writers(), null))
                .build();
    }
}

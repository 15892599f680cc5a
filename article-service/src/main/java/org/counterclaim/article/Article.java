package org.counterclaim.article;

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
 */
public record Article(
        @BsonId String id,
        int revision,
        List<String> slugs,
        ArticleContent content,
        Editorial editorial,
        int usedSections,
        int usedSources,
        Instant createdAt,
        Instant updatedAt)
        implements Aggregate<Article> {

    /** A first draft, with ids for all its sections and sources. */
    static Article drafted(String id, String slug, ArticleContent content, Editorial editorial, Instant now) {
        Numbered<Section> sections = Numbered.first(content.sections(), "sections");
        Numbered<Source> sources = Numbered.first(content.sources(), "sources");
        ArticleContent identified = content.with(slug, sections.parts(), sources.parts());
        return new Article(id, 1, List.of(slug), identified, editorial, sections.used(), sources.used(), now, now);
    }

    /** The next revision with this content; sections and sources that stay keep their ids. */
    Article revised(ArticleContent next, Editorial written, Instant now) {
        String slug = next.slug() == null ? slug() : next.slug();
        Numbered<Section> sections =
                Numbered.next(new Numbered<>(content.sections(), usedSections), next.sections(), "sections");
        Numbered<Source> sources =
                Numbered.next(new Numbered<>(content.sources(), usedSources), next.sources(), "sources");
        return new Article(
                id,
                revision + 1,
                Stream.concat(Stream.of(slug), slugs.stream()).distinct().toList(),
                next.with(slug, sections.parts(), sources.parts()),
                written,
                sections.used(),
                sources.used(),
                createdAt,
                now);
    }

    /** The next revision, moved to another editorial status. */
    Article moved(Editorial moved, Instant now) {
        Article next = new Article(id, revision + 1, slugs, content, moved, usedSections, usedSources, createdAt, now);
        return next.isRemoved() ? next.redacted() : next;
    }

    String slug() {
        return slugs.get(0);
    }

    boolean isPublic(Instant now) {
        return editorial.isPublic(content.embargoedUntil(), content.expires(), now);
    }

    /** Whom this revision concerned when it was made. */
    Reach reach() {
        return new Reach(isPublic(updatedAt), Set.of(id));
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
        return new Article(
                id,
                revision,
                List.of(nameless),
                empty.with(nameless, List.of(), List.of()),
                new Editorial(editorial.status(), editorial.writers(), null),
                usedSections,
                usedSources,
                createdAt,
                updatedAt);
    }
}

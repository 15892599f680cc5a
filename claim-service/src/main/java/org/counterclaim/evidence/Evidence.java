package org.counterclaim.evidence;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.kit.store.Aggregate;

/**
 * An item of evidence as it is known now.
 *
 * @param content without its appearances, which stand beside it under ids of their own
 */
public record Evidence(
        @BsonId String id,
        int revision,
        EvidenceContent content,
        List<Appearance> appearances,
        Instant createdAt,
        Instant updatedAt)
        implements Aggregate<Evidence> {

    static Evidence first(String id, EvidenceContent content, List<AppearanceContent> checked, Instant now) {
        List<Appearance> appearances = checked.stream().map(Appearance::of).toList();
        return new Evidence(id, 1, content.withAppearances(List.of()), appearances, now, now);
    }

    /** The next revision with this content; a place that was known keeps its id. */
    Evidence revised(EvidenceContent next, List<AppearanceContent> checked, Instant now) {
        List<Appearance> places = checked.stream()
                .map(place -> appearances.stream()
                        .filter(known -> known.content().equals(place))
                        .findFirst()
                        .orElseGet(() -> Appearance.of(place)))
                .toList();
        return new Evidence(id, revision + 1, next.withAppearances(List.of()), places, createdAt, now);
    }

    /** As a newsroom would write it today. */
    EvidenceContent written() {
        return content.withAppearances(
                appearances.stream().map(Appearance::content).toList());
    }

    /** The same with those appearances only that a reader may see who sees these articles. */
    public Evidence shownIn(Predicate<String> articles) {
        List<Appearance> shown =
                appearances.stream().filter(a -> a.isShown(articles)).toList();
        return new Evidence(id, revision, content, shown, createdAt, updatedAt);
    }

    @Override
    public Evidence redacted() {
        EvidenceContent nameless = new EvidenceContent(
                content.kind(), "[removed]", null, null, null, content.access(), false, null, null, null, List.of());
        return new Evidence(id, revision, nameless, List.of(), createdAt, updatedAt);
    }
}

package org.counterclaim.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The moments that come next, as far as the store was asked.
 *
 * @param asked when that was
 * @param head what was known to be written then
 */
record ComingMoments(Instant asked, long head, List<Coming> all) {

    /** So far ahead the store is asked: it is not to be looked through all the time. */
    static final Duration AHEAD = Duration.ofMinutes(1);

    /** What is written meanwhile may have an earlier moment, which is known by then. */
    static final Duration NEWS = Duration.ofMillis(250);

    /** Nobody has asked. */
    static final ComingMoments UNKNOWN = new ComingMoments(Instant.EPOCH, -1, List.of());

    /** The moment of one article. */
    record Coming(String id, Instant moment) {}

    static ComingMoments of(List<Article> articles, long head, Instant now) {
        return new ComingMoments(
                now,
                head,
                articles.stream()
                        .map(article -> new Coming(article.id(), article.nextMoment()))
                        .toList());
    }

    boolean isOutdated(long newest, Instant now) {
        Duration age = Duration.between(asked, now);
        return age.isNegative() || age.compareTo(AHEAD) >= 0 || newest != head && age.compareTo(NEWS) >= 0;
    }

    /** The articles whose moment has come. */
    List<String> due(Instant now) {
        return all.stream()
                .filter(coming -> !coming.moment.isAfter(now))
                .map(Coming::id)
                .toList();
    }
}

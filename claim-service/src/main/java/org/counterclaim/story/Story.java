package org.counterclaim.story;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A story as this service knows it from article-service's feed.
 *
 * @param article the last that was heard of it
 * @param isPublic whether readers saw it then
 * @param wasPublic whether they saw it before
 * @param noted whether the own feed says so by now
 */
public record Story(@BsonId String id, ArticleText article, boolean isPublic, boolean wasPublic, boolean noted) {

    Story withNoted() {
        return new Story(id, article, isPublic, wasPublic, true);
    }
}

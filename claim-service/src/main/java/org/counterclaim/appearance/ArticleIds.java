package org.counterclaim.appearance;

/** The form of an article's id, which another service gives. */
public final class ArticleIds {

    /** {@code art_} and a ULID, as a regular expression. */
    public static final String FORM = "art_[0-9A-HJKMNP-TV-Z]{26}";

    private ArticleIds() {}
}

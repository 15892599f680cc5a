package org.counterclaim.article;

import jakarta.ws.rs.core.MediaType;

/** A standard that an article can be written in, beside our own JSON. */
public interface ArticleForm {

    /** Media type of IPTC's News in JSON. */
    String NINJS = "application/vnd.iptc.ninjs+json";

    /** Media type of JSON-LD, here in the words of schema.org. */
    String JSON_LD = "application/ld+json";

    /** Its media type, without parameters. */
    MediaType type();

    /** The article in it: text, or what Jackson writes. */
    Object write(ArticleView article);
}

package org.counterclaim.story;

import java.net.URI;
import java.util.List;
import org.counterclaim.kit.http.Preconditions;

/** What the forms of a story have in common. */
final class Variant {

    /** Part of every tag: a reader must not keep what an earlier version of a form looked like. */
    private static final String VERSION = "1";

    private Variant() {}

    /**
     * Tag of a form of a story: that of the story, with a hash of what tells the form apart.
     *
     * @param story its tag, null for none
     * @param made what else the form is made of
     * @return null if the story has none
     */
    static String tag(String story, String form, List<String> made) {
        if (story == null) {
            return null;
        }
        String hash = Preconditions.tag(List.of(VERSION, form, String.join("\n", made)));
        return story.substring(0, story.length() - 1) + "-" + hash.substring(1);
    }

    /**
     * Header {@code Link} to where the article was published first; null if that is not known.
     *
     * @param url null for none
     */
    static String canonical(String url) {
        try {
            return url == null ? null : "<" + URI.create(url).toASCIIString() + ">; rel=\"canonical\"";
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}

package org.counterclaim.article;

import com.github.slugify.Slugify;
import java.util.Locale;

/** Makes slugs: what readers see in the address of an article. */
final class Slugs {

    private static final int MAX = 100;
    private static final int SUFFIX = 6;
    private static final Slugify SLUGIFY = Slugify.builder().locale(Locale.ROOT).build();

    private Slugs() {}

    /** The words of a headline; the id if it has no letter that an address can have. */
    static String of(String headline, String id) {
        String words = SLUGIFY.slugify(headline).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.isEmpty() ? ofId(id) : atWord(words);
    }

    /** The same with the end of the id: for a headline that another article has already. */
    static String distinct(String headline, String id) {
        String words = of(headline, id);
        return words + "-" + ofId(id).substring(ofId(id).length() - SUFFIX);
    }

    /** A slug without a word in it. */
    static String ofId(String id) {
        return id.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String atWord(String words) {
        if (words.length() <= MAX) {
            return words;
        }
        String cut = words.substring(0, MAX + 1);
        return cut.contains("-") ? cut.substring(0, cut.lastIndexOf('-')) : words.substring(0, MAX);
    }
}

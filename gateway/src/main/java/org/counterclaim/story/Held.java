package org.counterclaim.story;

/**
 * What the gateway has of a story between two readers.
 *
 * @param article null for none
 * @param claims null for none
 * @param ready the answer to everyone, null once something of it has changed
 */
record Held(Part article, Part claims, Ready ready) {

    static final Held NOTHING = new Held(null, null, null);

    private static final int OF_ITS_OWN = 1_000;

    /** Something has changed; what there was may stand in while its service is away. */
    Held changed() {
        return new Held(article, claims, null);
    }

    /** Something that the claims show is public no more. */
    Held withoutClaims() {
        return new Held(article, null, null);
    }

    /** About how many bytes it takes: the answer stands beside the parts that it is made of, and compressed. */
    int weight() {
        int bytes = OF_ITS_OWN;
        bytes += article == null ? 0 : article.answer().body().length;
        bytes += claims == null ? 0 : claims.answer().body().length;
        return bytes * 5 / 2;
    }
}

package org.counterclaim.article;

/**
 * A piece of an article that other things point to by its id.
 *
 * @param <T> the piece itself
 */
interface Part<T extends Part<T>> {

    /** A letter or word and a number; null as long as it has none. */
    String id();

    /** The same piece under the id with this number. */
    T withNumber(int number);

    /** Equal for two pieces if nothing that names them has changed. */
    Object essence();

    /** By what it is known again when it has changed. */
    Likeness likeness();

    /** The number in the id. */
    static int numberOf(String id) {
        return Integer.parseInt(id.replaceFirst("^\\D+", ""));
    }
}

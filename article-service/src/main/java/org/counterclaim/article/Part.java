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

    /** Whether nothing that names it has changed. */
    boolean isSame(T other);

    /** Whether it is the other one, slightly changed. */
    boolean resembles(T other);

    /** The number in the id. */
    static int numberOf(String id) {
        return Integer.parseInt(id.replaceFirst("^\\D+", ""));
    }
}

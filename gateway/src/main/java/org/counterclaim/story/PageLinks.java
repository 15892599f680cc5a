package org.counterclaim.story;

/** Header {@code Link} of a page (RFC 8288): where the list begins and where it goes on. */
final class PageLinks {

    private static final String CURSOR = "cursor";

    private PageLinks() {}

    /**
     * The header.
     *
     * @param query what was asked for, without a cursor
     * @param cursor of the next page, null on the last one
     */
    static String of(String path, RawQuery query, String cursor) {
        String first = link(path, query, "first");
        return cursor == null ? first : first + ", " + link(path, query.with(CURSOR, cursor), "next");
    }

    private static String link(String path, RawQuery query, String relation) {
        String asked = query.isEmpty() ? "" : "?" + query.text();
        return "<" + path + asked + ">; rel=\"" + relation + "\"";
    }
}

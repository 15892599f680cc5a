package org.counterclaim.review;

/**
 * What an imported review is known by when it comes again.
 *
 * @param key stays the same however often the review is imported
 * @param row names the row, among those of all imports, that wrote it as it stands
 */
public record ReviewSource(String key, String row) {}

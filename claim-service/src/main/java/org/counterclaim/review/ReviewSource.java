package org.counterclaim.review;

/**
 * What an imported review is known by when it comes again.
 *
 * @param key stays the same however often the review is imported
 * @param job id of the import that wrote it as it stands
 * @param row its place in that import, from 1
 */
public record ReviewSource(String key, String job, int row) {}

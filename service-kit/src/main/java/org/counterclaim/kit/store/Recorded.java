package org.counterclaim.kit.store;

import org.counterclaim.kit.editorial.Change;

/**
 * A revision, and how it came about.
 *
 * @param thing the aggregate as it stood then
 * @param change who made it, what kind of change it is and why
 */
public record Recorded<T>(T thing, Change change) {}

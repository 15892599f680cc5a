package org.counterclaim.kit.job;

/**
 * Rows that are kept, and belong to no job yet.
 *
 * @param id under which they are kept
 */
public record Upload(String id, int rows, int batches) {

    Upload with(int more) {
        return new Upload(id, rows + more, batches + 1);
    }
}

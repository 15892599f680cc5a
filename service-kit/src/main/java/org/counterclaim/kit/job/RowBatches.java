package org.counterclaim.kit.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.counterclaim.kit.problem.Problem;

/** The rows of an upload in batches that are kept and worked off in one go. Reading waits for the sender. */
final class RowBatches implements Iterator<List<UploadedRow>> {

    static final int MAX_ROWS = 100_000;

    private static final int ROWS = 100;
    private static final int LENGTH = 262_144;

    private final RowReader rows;
    private UploadedRow next;
    private int read;

    RowBatches(RowReader rows) {
        this.rows = rows;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for what cannot be read, 413 for too many rows */
    @Override
    public boolean hasNext() {
        next = next == null ? row() : next;
        return next != null;
    }

    @Override
    public List<UploadedRow> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<UploadedRow> batch = new ArrayList<>();
        int length = 0;
        while (hasNext() && batch.size() < ROWS && length < LENGTH) {
            length += next.length();
            batch.add(next);
            next = null;
        }
        return batch;
    }

    private UploadedRow row() {
        try {
            UploadedRow row = rows.next();
            if (row != null && ++read > MAX_ROWS) {
                throw Problem.PAYLOAD_TOO_LARGE.because("An upload may have " + MAX_ROWS + " rows.");
            }
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.counterclaim.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.counterclaim.kit.job.RowReader;
import org.counterclaim.kit.job.UploadedRow;

/** The rows of an upload as a job keeps them: all in one form, with what the rows before each tell of it. */
final class StagedRows implements RowReader {

    private final RawRows raw;
    private final ObjectMapper json;
    private final RowMarks marks = new RowMarks();

    StagedRows(RawRows raw, ObjectMapper json) {
        this.raw = raw;
        this.json = json;
    }

    @Override
    public UploadedRow next() throws IOException {
        RawRow row = raw.next();
        return row == null ? null : UploadedRow.of(json.writeValueAsString(marks.mark(row)));
    }
}

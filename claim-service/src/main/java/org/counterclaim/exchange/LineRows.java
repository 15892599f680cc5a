package org.counterclaim.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.counterclaim.kit.job.RowForm;
import org.counterclaim.kit.job.RowReader;
import org.counterclaim.kit.job.UploadedRow;

/** Rows in JSON, one thing in each line: a line that cannot be read spoils no other. */
final class LineRows implements RawRows {

    private final RowReader lines;
    private final ObjectMapper mapper;
    private final Queue<RawRow> found = new ArrayDeque<>();

    LineRows(InputStream in, ObjectMapper mapper) {
        this.lines = RowForm.LINES.in(in);
        this.mapper = mapper;
    }

    @Override
    public RawRow next() throws IOException {
        if (found.isEmpty()) {
            UploadedRow line = lines.next();
            found.addAll(line == null ? List.of() : read(line));
        }
        return found.poll();
    }

    private List<RawRow> read(UploadedRow line) {
        if (line.text() == null) {
            return List.of(RawRow.unreadable(line.fault()));
        }
        try {
            List<RawRow> rows =
                    JsonRow.of(mapper.readTree(line.text())).map(RawRow::of).toList();
            return rows.isEmpty() ? List.of(RawRow.unreadable("It is no ClaimReview and no Claim.")) : rows;
        } catch (JsonProcessingException e) {
            return List.of(
                    RawRow.unreadable(e.getOriginalMessage().lines().findFirst().orElse("It is no JSON.")));
        }
    }
}

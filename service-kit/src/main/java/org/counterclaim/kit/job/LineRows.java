package org.counterclaim.kit.job;

import java.io.IOException;
import java.io.InputStream;

/** Rows that are lines. Blank ones are none. */
final class LineRows implements RowReader {

    private final RowBytes bytes;

    LineRows(InputStream in) {
        this.bytes = new RowBytes(in);
    }

    @Override
    public UploadedRow next() throws IOException {
        boolean blank = true;
        for (int octet = bytes.next(); octet >= 0 && (octet != '\n' || blank); octet = bytes.next()) {
            boolean space = octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
            blank &= space;
            if (!blank) {
                bytes.keep(octet);
            }
        }
        return bytes.isEmpty() ? null : bytes.take();
    }
}

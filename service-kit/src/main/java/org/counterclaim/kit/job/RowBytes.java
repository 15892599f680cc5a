package org.counterclaim.kit.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of an upload one by one, and those of the row that is being read, up to a limit: no row is held that is too long. */
final class RowBytes {

    private static final int READ_AT_ONCE = 16_384;
    private static final int MAX_ROW = 1_048_576;

    private final InputStream in;
    private final byte[] read = new byte[READ_AT_ONCE];
    private int at;
    private int end;

    private byte[] row = new byte[READ_AT_ONCE];
    private int length;

    RowBytes(InputStream in) {
        this.in = in;
    }

    /** The next byte, -1 after the last. */
    int next() throws IOException {
        if (at == end) {
            at = 0;
            end = in.read(read);
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return read[at++] & 0xFF;
    }

    /** Adds a byte to the row. */
    void keep(int octet) {
        if (length < MAX_ROW) {
            if (length == row.length) {
                row = Arrays.copyOf(row, Math.min(MAX_ROW, 2 * length));
            }
            row[length] = (byte) octet;
        }
        length++;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** The row, and an empty one to go on with. */
    UploadedRow take() {
        UploadedRow taken =
                length > MAX_ROW ? UploadedRow.tooLong(MAX_ROW) : UploadedRow.of(ByteBuffer.wrap(row, 0, length));
        length = 0;
        return taken;
    }
}

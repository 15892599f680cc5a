package org.counterclaim.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.counterclaim.kit.problem.Problem;

/** Lets no row grow so long that it would fill the memory: a parser holds all of it. */
final class RowBudget extends FilterInputStream {

    private static final int MAX_ROW = 1_048_576;

    private int left = MAX_ROW;

    RowBudget(InputStream in) {
        super(in);
    }

    /** A row has ended. */
    void renew() {
        left = MAX_ROW;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        spend(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        spend(Math.max(0, read));
        return read;
    }

    private void spend(int read) {
        left -= read;
        if (left < 0) {
            throw Problem.PAYLOAD_TOO_LARGE.because("A row may have " + MAX_ROW + " bytes.");
        }
    }
}

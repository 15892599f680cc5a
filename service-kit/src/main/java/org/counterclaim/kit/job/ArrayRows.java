package org.counterclaim.kit.job;

import java.io.IOException;
import java.io.InputStream;
import org.counterclaim.kit.problem.Problem;

/**
 * Rows that are the items of one JSON array. Only where an item ends is looked at here: what separates items is ASCII, so that bytes
 * will do. An item that is wrong in itself is found by whoever reads it, and spoils no other.
 */
final class ArrayRows implements RowReader {

    private static final int MAX_DEPTH = 64;

    private final RowBytes bytes;
    private boolean begun;
    private boolean ended;
    private int items;

    ArrayRows(InputStream in) {
        this.bytes = new RowBytes(in);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the upload is no array, or stops within it */
    @Override
    public UploadedRow next() throws IOException {
        if (ended) {
            return null;
        }
        int octet = begun ? afterItem() : begin();
        begun = true;
        if (octet == ']') {
            ended = true;
            requireEnd();
            return null;
        }
        items++;
        return item(octet);
    }

    /** The first byte of an array that is not a space. */
    private int begin() throws IOException {
        int octet = beyondSpace();
        if (octet != '[') {
            throw malformed("It does not begin with [.");
        }
        return beyondSpace();
    }

    private int afterItem() throws IOException {
        int octet = beyondSpace();
        if (octet == ']') {
            return octet;
        }
        if (octet != ',') {
            throw malformed("A comma is expected behind item " + items + ".");
        }
        int next = beyondSpace();
        if (next == ']') {
            throw malformed("No item stands behind the last comma.");
        }
        return next;
    }

    private UploadedRow item(int first) throws IOException {
        if (first != '{') {
            throw malformed("Item " + items + " is no object.");
        }
        bytes.keep(first);
        for (int depth = 1; depth > 0; ) {
            int octet = kept();
            switch (octet) {
                case '"' -> skipText();
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                throw malformed("Item " + items + " is nested too deep.");
            }
        }
        return bytes.take();
    }

    private void skipText() throws IOException {
        for (int octet = kept(); octet != '"'; octet = kept()) {
            if (octet == '\\') {
                kept();
            }
        }
    }

    private int kept() throws IOException {
        int octet = bytes.next();
        if (octet < 0) {
            throw malformed("It stops within item " + items + ".");
        }
        bytes.keep(octet);
        return octet;
    }

    private void requireEnd() throws IOException {
        if (beyondSpace() >= 0) {
            throw malformed("Something stands behind it.");
        }
    }

    private int beyondSpace() throws IOException {
        int octet = bytes.next();
        while (octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n') {
            octet = bytes.next();
        }
        return octet;
    }

    private static RuntimeException malformed(String detail) {
        return Problem.MALFORMED.because("The body is no JSON array of objects. " + detail);
    }
}

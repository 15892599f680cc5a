package org.counterclaim.exchange;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.counterclaim.claim.ImportKeys;

/**
 * Marks each row with what the rows before it tell of it. Of each it keeps 64 bits for its address, its claim and all of it: an upload
 * has so many rows at most that this is some ten megabytes, whatever is in them.
 */
final class RowMarks {

    private final Set<Long> addresses = new HashSet<>();
    private final Set<Long> claims = new HashSet<>();
    private final Set<Long> rows = new HashSet<>();
    private final Map<Long, Integer> reviews = new HashMap<>();

    StagedRow mark(RawRow raw) {
        ReviewRow row = raw.row();
        if (row == null || row.claimReviewed() == null || row.claimReviewed().isBlank()) {
            return new StagedRow(row, raw.fault(), row != null && isShared(row), false, false, 1);
        }
        String claim = ImportKeys.claim(row.claimReviewed(), row.claimant());
        boolean repeated = !rows.add(bits(ImportKeys.key(row.toString())));
        boolean known = !claims.add(bits(claim));
        return new StagedRow(row, null, isShared(row), repeated, known, repeated ? 1 : occurrence(row, claim));
    }

    private boolean isShared(ReviewRow row) {
        return row.url() != null && !addresses.add(bits(ImportKeys.key(row.url())));
    }

    private int occurrence(ReviewRow row, String claim) {
        return reviews.merge(bits(ImportKeys.key(Objects.toString(row.url(), ""), claim)), 1, Integer::sum);
    }

    private static long bits(String key) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(key)).getLong();
    }
}

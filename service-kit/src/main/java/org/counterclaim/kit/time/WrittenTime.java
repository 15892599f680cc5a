package org.counterclaim.kit.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A time as others write it, by RFC 3339. */
public final class WrittenTime {

    private static final int LAST_YEAR = 9999;

    private WrittenTime() {}

    /**
     * The moment. The JDK knows years that the standard, and whoever reads us, does not.
     *
     * @throws DateTimeException if it is none, or lies in no year of four digits
     */
    public static Instant parse(String text) {
        Instant moment = OffsetDateTime.parse(text).toInstant();
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        if (year < 0 || year > LAST_YEAR) {
            throw new DateTimeException("A year has four digits");
        }
        return moment;
    }
}

package org.counterclaim.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.counterclaim.kit.time.PartialDate;
import org.counterclaim.kit.time.PartialDate.Precision;

/**
 * A date as a row writes it.
 *
 * @param issue null if it says what it means
 */
record ReadDate(PartialDate date, RowIssue.Code issue) {

    private static final String DAY_AND_LOCAL_TIME = "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?";
    private static final String TIME_WITH_ZONE = DAY_AND_LOCAL_TIME + "(Z|[+-]\\d\\d:?\\d\\d)";

    /** What no rule reads is unknown: 04/05/2019 is a day in April or in May. */
    static ReadDate of(String text) {
        String given = text == null ? "" : text.strip();
        try {
            if (given.isEmpty()) {
                return new ReadDate(PartialDate.UNKNOWN, null);
            }
            if (given.matches(TIME_WITH_ZONE)) {
                return new ReadDate(instant(given), null);
            }
            if (given.matches(DAY_AND_LOCAL_TIME)) {
                String day = LocalDate.parse(given.substring(0, 10)).toString();
                return new ReadDate(new PartialDate(day, Precision.DAY), RowIssue.Code.DATE_FORM);
            }
            return new ReadDate(PartialDate.parse(given), null);
        } catch (DateTimeException noSuchDay) {
            return new ReadDate(PartialDate.UNKNOWN, RowIssue.Code.DATE_UNREADABLE);
        }
    }

    private static PartialDate instant(String text) {
        String strict = text.replace(' ', 'T').replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        return new PartialDate(OffsetDateTime.parse(strict).toInstant().toString(), Precision.INSTANT);
    }
}

package org.counterclaim.exchange;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.counterclaim.kit.json.LanguageTags;
import org.counterclaim.kit.json.WebAddress;
import org.counterclaim.kit.time.PartialDate;

/** Reads the texts of one row, and keeps what is odd about them. */
final class RowReading {

    private static final Pattern ADDRESS = Pattern.compile(WebAddress.FORM);
    private static final int MAX_ADDRESS = 2_000;
    private static final int SHOWN = 200;

    private final List<RowIssue> warnings = new ArrayList<>();
    private final List<RowIssue> faults = new ArrayList<>();

    List<RowIssue> warnings() {
        return List.copyOf(warnings);
    }

    List<RowIssue> faults() {
        return List.copyOf(faults);
    }

    void warn(RowIssue.Code code, String member, String detail) {
        warnings.add(new RowIssue(code, member, shown(detail)));
    }

    void fail(RowIssue.Code code, String member, String detail) {
        faults.add(new RowIssue(code, member, shown(detail)));
    }

    /** The text without the space around it, null if that is all. */
    String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    /** The same, and no more of it than is kept. */
    String text(String member, String given, int max) {
        String text = text(given);
        if (text == null || text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        warn(
                RowIssue.Code.TEXT_CUT,
                member,
                "Of " + text.codePointCount(0, text.length()) + " characters " + max + " are kept.");
        return text.substring(0, text.offsetByCodePoints(0, max));
    }

    /** The address, null if there is none that can be followed. */
    String address(String member, String given) {
        String text = text(given);
        if (text == null || isAddress(text)) {
            return text;
        }
        warn(RowIssue.Code.ADDRESS_BROKEN, member, text);
        return null;
    }

    PartialDate date(String member, String given) {
        ReadDate read = ReadDate.of(given);
        if (read.issue() != null) {
            warn(read.issue(), member, given);
        }
        return read.date();
    }

    /** The number, null if there is none. */
    BigDecimal number(String member, String given) {
        String text = text(given);
        if (text == null) {
            return null;
        }
        if (isNumber(text)) {
            return new BigDecimal(text);
        }
        warn(RowIssue.Code.NUMBER_UNREADABLE, member, text);
        return null;
    }

    /** The language tag, or the other one. */
    String language(String member, String given, String otherwise) {
        String text = text(given);
        if (text == null) {
            return otherwise;
        }
        return LanguageTags.canonical(text).orElseGet(() -> {
            warn(RowIssue.Code.LANGUAGE_UNREADABLE, member, text);
            return otherwise;
        });
    }

    static boolean isAddress(String text) {
        return text.length() <= MAX_ADDRESS && ADDRESS.matcher(text).matches();
    }

    /** Whether it is meant to be one, well written or not. */
    static boolean isLikeAnAddress(String text) {
        return text.toLowerCase(Locale.ROOT).matches("https?:.*|www\\..*");
    }

    static boolean isNumber(String text) {
        return text.matches("-?\\d{1,9}(\\.\\d{1,6})?");
    }

    /** The name of the site that an address is on. */
    static String site(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost())
                    .map(host -> host.replaceFirst("^www\\.", ""))
                    .orElse(address);
        } catch (URISyntaxException e) {
            return address;
        }
    }

    private static String shown(String detail) {
        return detail.length() <= SHOWN ? detail : detail.substring(0, detail.offsetByCodePoints(0, SHOWN / 2)) + "…";
    }
}

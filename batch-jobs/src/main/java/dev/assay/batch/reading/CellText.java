package dev.assay.batch.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the values in a workbook's cells to what a reader of the sheet sees. */
final class CellText {

    /** A spreadsheet keeps 15 digits of a number and writes up to 17, the last two of which are noise. */
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);

    /** The 29th of February 1900, which spreadsheets count though it never was. */
    private static final int NO_DAY = 60;

    private static final int LAST_DAY = 2_958_465;

    private CellText() {}

    /** A number as it was typed; a text that is no number stays as it stands. */
    static String number(String raw) {
        if (!NUMBER.matcher(raw).matches()) {
            return raw;
        }
        BigDecimal exact = new BigDecimal(raw);
        boolean whole = raw.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        BigDecimal typed = whole || exact.precision() <= KEPT.getPrecision()
                ? exact
                : exact.round(KEPT).stripTrailingZeros();
        return typed.toPlainString();
    }

    /** A day, counted as spreadsheets do, as 2026-11-22; the time of day is left out. What is no day stays the number that it is. */
    static String day(String raw, boolean from1904) {
        if (!NUMBER.matcher(raw).matches()) {
            return raw;
        }
        BigDecimal count = new BigDecimal(raw).setScale(0, RoundingMode.FLOOR);
        if (count.signum() < 0 || count.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return number(raw);
        }
        int days = count.intValueExact();
        if (from1904) {
            return FIRST_1904.plusDays(days).toString();
        }
        if (days == 0 || days == NO_DAY) {
            return number(raw);
        }
        return BEFORE_1900.plusDays(days > NO_DAY ? days - 1 : days).toString();
    }

    /** A text in which characters that XML cannot hold are written like {@code _x000D_}. */
    static String text(String raw) {
        return raw.contains("_x")
                ? ESCAPE.matcher(raw)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))))
                : raw;
    }
}

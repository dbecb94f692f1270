package dev.assay.batch.feed;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a feed writes days; the first that fits is taken. Months are named in English. A time of day behind the day is cut
 * off where no pattern takes it; one with an offset is not, because the day may be another here. A pattern without a day of the month, for
 * sources that know the month alone, gives the last day of the month.
 *
 * @param formatters one for each pattern, strict: there is no 30 February
 * @param isoFirst whether the first of them is {@code yyyy-MM-dd}, which most sources write and which needs no formatter to be read
 */
public record DayPatterns(List<DateTimeFormatter> formatters, boolean isoFirst) {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;
    private static final String ISO = "yyyy-MM-dd";
    private static final Pattern TIME = Pattern.compile(
            "(.*[^\\s])(?:T|\\s+)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?(?:\\s?[AaPp][Mm])?");

    /** Copies the list. */
    public DayPatterns {
        formatters = List.copyOf(formatters);
    }

    /**
     * Compiles patterns.
     *
     * @param patterns such as {@code yyyy-MM-dd}, {@code yyyy年M月d日} or {@code MMM d, yyyy}
     * @return the compiled patterns
     * @throws IllegalArgumentException if one is malformed
     */
    public static DayPatterns of(List<String> patterns) {
        return new DayPatterns(
                patterns.stream().map(DayPatterns::formatter).toList(),
                !patterns.isEmpty() && patterns.getFirst().equals(ISO));
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Reads a day.
     *
     * @param text the text
     * @return the day; empty if no pattern fits or the year is outside 1000 to 9999, which no database column can hold
     */
    public Optional<LocalDate> find(String text) {
        LocalDate iso = isoFirst ? iso(text) : null;
        if (iso != null) {
            return Optional.of(iso);
        }
        Optional<LocalDate> day = parsed(text);
        return day.isPresent() ? day : withoutTime(text).flatMap(this::parsed);
    }

    /** The day of a text such as 2026-11-22; null for any other, also for a day that there is not. */
    private static @Nullable LocalDate iso(String text) {
        if (text.length() != ISO.length() || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        boolean exists = year >= FIRST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /** The number that ASCII digits are; -1 where one is none. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static Optional<String> withoutTime(String text) {
        if (text.indexOf(':') < 0) {
            return Optional.empty();
        }
        Matcher time = TIME.matcher(text);
        return time.matches() ? Optional.of(time.group(1)) : Optional.empty();
    }

    /** Of a month alone its last day: by then it had happened. */
    private static LocalDate day(TemporalAccessor found) {
        return found instanceof YearMonth month ? month.atEndOfMonth() : LocalDate.from(found);
    }

    private Optional<LocalDate> parsed(String text) {
        for (DateTimeFormatter formatter : formatters) {
            try {
                LocalDate day = day(formatter.parseBest(text, LocalDate::from, YearMonth::from));
                return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR ? Optional.of(day) : Optional.empty();
            } catch (DateTimeParseException another) {
                // The next pattern may fit.
            }
        }
        return Optional.empty();
    }
}

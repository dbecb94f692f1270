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

/**
 * The ways in which a feed writes days; the first that fits is taken. Months are named in English. A time of day behind the day is cut
 * off where no pattern takes it; one with an offset is not, because the day may be another here. A pattern without a day of the month, for
 * sources that know the month alone, gives the last day of the month.
 *
 * @param formatters one for each pattern, strict: there is no 30 February
 */
public record DayPatterns(List<DateTimeFormatter> formatters) {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;
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
        return new DayPatterns(patterns.stream().map(DayPatterns::formatter).toList());
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
        Optional<LocalDate> day = parsed(text);
        return day.isPresent() ? day : withoutTime(text).flatMap(this::parsed);
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

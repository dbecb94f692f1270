package dev.assay.batch.feed;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/**
 * The ways in which a feed writes days; the first that fits is taken.
 *
 * @param formatters one for each pattern, strict: there is no 30 February
 */
public record DayPatterns(List<DateTimeFormatter> formatters) {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    /** Copies the list. */
    public DayPatterns {
        formatters = List.copyOf(formatters);
    }

    /**
     * Compiles patterns.
     *
     * @param patterns such as {@code yyyy-MM-dd} or {@code yyyy年M月d日}
     * @return the compiled patterns
     * @throws IllegalArgumentException if one is malformed
     */
    public static DayPatterns of(List<String> patterns) {
        return new DayPatterns(patterns.stream()
                .map(pattern ->
                        DateTimeFormatter.ofPattern(pattern.replace('y', 'u')).withResolverStyle(ResolverStyle.STRICT))
                .toList());
    }

    /**
     * Reads a day.
     *
     * @param text the text
     * @return the day; empty if no pattern fits or the year is outside 1000 to 9999, which no database column can hold
     */
    public Optional<LocalDate> find(String text) {
        return formatters.stream()
                .flatMap(formatter -> parsed(text, formatter).stream())
                .findFirst()
                .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter formatter) {
        try {
            return Optional.of(LocalDate.parse(text, formatter));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }
}

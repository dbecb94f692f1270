package dev.assay.store.load;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows cell by cell, in the order of the target's columns. Each row ends with {@link #end()}.
 */
public interface RowSink {

    /**
     * Adds a text. Every character arrives as it is, tab, line feed, backslash and NUL too. Half of a surrogate pair, which no encoding has,
     * arrives as a question mark.
     *
     * @param text the text, or null for NULL
     * @return this
     */
    RowSink text(@Nullable String text);

    /**
     * Adds a whole number.
     *
     * @param number the number
     * @return this
     */
    RowSink number(long number);

    /**
     * Adds a decimal, exactly.
     *
     * @param decimal the decimal, or null for NULL
     * @return this
     */
    RowSink decimal(@Nullable BigDecimal decimal);

    /**
     * Adds a day.
     *
     * @param day the day, of the years 0 to 9999, or null for NULL
     * @return this
     */
    RowSink day(@Nullable LocalDate day);

    /**
     * Adds an instant as UTC, to the microsecond; what is finer is cut off.
     *
     * @param instant the instant, or null for NULL
     * @return this
     */
    RowSink instant(@Nullable Instant instant);

    /**
     * Adds a truth value, as 1 or 0.
     *
     * @param flag the value
     * @return this
     */
    RowSink flag(boolean flag);

    /**
     * Ends the row.
     *
     * @throws IllegalStateException if the row has more or fewer cells than the target has columns
     */
    void end();
}

package dev.assay.store.warning;

import dev.assay.core.warning.AlarmState;
import dev.assay.core.warning.Trend;
import dev.assay.core.warning.Trend.Dimension;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An alarm of a trend.
 *
 * @param id its number
 * @param rules by which rules it was found
 * @param trend the series with its counts
 * @param days the days of its periods
 * @param proof how sure it is
 * @param state where it stands
 * @param revision counts its moves
 * @param raisedAt when it was found
 * @param course what became of it
 */
public record StoredAlarm(
        long id,
        String rules,
        Trend trend,
        Days days,
        Proof proof,
        AlarmState state,
        int revision,
        Instant raisedAt,
        Course course) {

    /**
     * The days of its periods.
     *
     * @param from the first of the newest period
     * @param to its last
     * @param pastFrom the first of the past periods, which end on the day before {@code from} unless they are of past years
     */
    public record Days(LocalDate from, LocalDate to, LocalDate pastFrom) {}

    /**
     * How sure it is.
     *
     * @param chance the probability of so many failures or more without a trend
     * @param held what it was held against
     * @param tested how many series were tested together
     * @param rate the stated rate of false alarms
     */
    public record Proof(BigDecimal chance, BigDecimal held, int tested, BigDecimal rate) {}

    /**
     * What became of it. Each part is null until it happens.
     *
     * @param sentTo to whom it was dispatched
     * @param due by when it is to be handled
     * @param sentBy by whom it was dispatched
     * @param handled what was done
     * @param handledBy who wrote that down
     * @param closedNote why it is struck off
     * @param closedBy who struck it off
     */
    public record Course(
            @Nullable String sentTo,
            @Nullable LocalDate due,
            @Nullable String sentBy,
            @Nullable String handled,
            @Nullable String handledBy,
            @Nullable String closedNote,
            @Nullable String closedBy) {}

    /**
     * The division that it is about.
     *
     * @return the code, or null where it is about all of them
     */
    public @Nullable String division() {
        return trend.dimension() == Dimension.DIVISION ? trend.series() : null;
    }

    /**
     * Whether it should have been handled before a day.
     *
     * @param day the day
     * @return true if it is dispatched, and due before the day
     */
    public boolean isOverdue(LocalDate day) {
        LocalDate until = course.due();
        return state == AlarmState.DISPATCHED && until != null && until.isBefore(day);
    }

    /**
     * Under which subject the audit log has it.
     *
     * @param id the alarm's number
     * @return such as {@code alarm:12}
     */
    public static String auditSubject(long id) {
        return "alarm:" + id;
    }
}

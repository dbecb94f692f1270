package dev.assay.store.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as DATETIME(6) columns keep them: in UTC, to the microsecond. */
public final class UtcTime {

    private UtcTime() {}

    /**
     * The instant of a column's value.
     *
     * @param utc the value
     * @return the instant
     */
    public static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    /**
     * The column's value for an instant.
     *
     * @param instant the instant; what is finer than a microsecond is cut off
     * @return the value
     */
    public static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}

package dev.assay.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Now, and today at the authority's place: days are those of Asia/Shanghai wherever the server stands.
 *
 * @param source where the time comes from
 */
public record AuthorityClock(InstantSource source) {

    /** The zone of all days. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * The time.
     *
     * @return now
     */
    public Instant now() {
        return source.instant();
    }

    /**
     * The day.
     *
     * @return today at the authority's place
     */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }
}

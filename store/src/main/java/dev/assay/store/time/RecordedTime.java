package dev.assay.store.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jooq.DSLContext;

/** The one line of instants at which something became known: imports, answers of persons, merges of businesses. */
public final class RecordedTime {

    private static final String LAST = """
            SELECT MAX(at) AS at
            FROM (SELECT MAX(recorded_at) AS at FROM import_run
                  UNION ALL SELECT MAX(linked_at) FROM business_link
                  UNION ALL SELECT MAX(unlinked_at) FROM business_link) t
            """;

    private RecordedTime() {}

    /**
     * The last of them.
     *
     * @param dsl the database
     * @return it, in UTC; empty where nothing was recorded
     */
    public static Optional<LocalDateTime> last(DSLContext dsl) {
        return Optional.ofNullable(dsl.fetchSingle(LAST).get(0, LocalDateTime.class));
    }

    /**
     * The next of them. The caller holds the lock of the imports.
     *
     * @param dsl the database
     * @param now the time
     * @return now or, if something was recorded later, a microsecond after that
     */
    public static LocalDateTime next(DSLContext dsl, Instant now) {
        LocalDateTime asked = UtcTime.column(now);
        return last(dsl)
                .filter(last -> !asked.isAfter(last))
                .map(last -> last.plus(1, ChronoUnit.MICROS))
                .orElse(asked);
    }
}

package dev.assay.store.quality;

import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Measures the data that the feeds delivered, and tells what was measured. */
public final class DataQuality {

    /** Days are those of Asia/Shanghai, which has had no summer time since 1991. */
    private static final String MONTH_OF = "DATE_FORMAT(%s + INTERVAL 8 HOUR, '%%Y-%%m')";

    private static final String MEASURE = """
            INSERT INTO feed_quality (feed, month, division, kind, facts, filled, late_days, latest_days, in_future, ancient,
              measured_at)
            SELECT f.feed, %s, COALESCE(b.division, ''), f.kind, COUNT(*), SUM(JSON_LENGTH(f.content)),
              SUM(GREATEST(0, DATEDIFF(f.recorded_at + INTERVAL 8 HOUR, f.occurred_on))),
              MAX(GREATEST(0, DATEDIFF(f.recorded_at + INTERVAL 8 HOUR, f.occurred_on))),
              SUM(f.occurred_on > DATE(f.recorded_at + INTERVAL 8 HOUR)), SUM(f.occurred_on < '1949-10-01'), ?
            FROM business b
            STRAIGHT_JOIN fact f ON f.business_key = b.business_key
            GROUP BY 1, 2, 3, 4
            """.formatted(MONTH_OF.formatted("f.recorded_at"));

    private static final String DELIVERIES = """
            SELECT feed, %s AS month, SUM(state = 'PUBLISHED') AS files, SUM(state = 'FAILED') AS failed,
              SUM(rows_read) AS rows_read, SUM(unchanged) AS repeated, SUM(refused) AS refused
            FROM import_run
            WHERE question_id IS NULL
            GROUP BY 1, 2
            ORDER BY feed, month DESC
            """.formatted(MONTH_OF.formatted("started_at"));

    private final DSLContext dsl;

    /**
     * The quality of a database's data.
     *
     * @param dsl the database
     */
    public DataQuality(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Measures anew: one pass over all facts in the order of their key.
     *
     * @param now when
     * @return how many lines there are now
     */
    public int measure(Instant now) {
        return dsl.transactionResult(measuring -> {
            measuring.dsl().execute("DELETE FROM feed_quality");
            return measuring.dsl().execute(MEASURE, UtcTime.column(now));
        });
    }

    /**
     * When it was measured last.
     *
     * @return the instant; empty if it never was, or there was nothing to measure
     */
    public Optional<Instant> measuredAt() {
        return Optional.ofNullable(dsl.fetchSingle("SELECT MAX(measured_at) FROM feed_quality")
                        .get(0, LocalDateTime.class))
                .map(UtcTime::instant);
    }

    /**
     * What was measured.
     *
     * @return a line for each feed, month, division and kind, newest month first within each feed
     */
    public List<QualityLine> lines() {
        return dsl.fetch("""
                        SELECT feed, month, division, kind, facts, filled, late_days, latest_days, in_future, ancient
                        FROM feed_quality ORDER BY feed, month DESC, division, kind
                        """)
                .map(row -> new QualityLine(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, Long.class),
                        row.get(5, Long.class),
                        row.get(6, Long.class),
                        row.get(7, Integer.class),
                        row.get(8, Long.class),
                        row.get(9, Long.class)));
    }

    /**
     * The files that came, month by month.
     *
     * @return a line for each feed and month, newest first within each feed
     */
    public List<DeliveryLine> deliveries() {
        return dsl.fetch(DELIVERIES)
                .map(row -> new DeliveryLine(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, Long.class),
                        row.get(5, Long.class),
                        row.get(6, Long.class)));
    }
}

package dev.assay.store.intake;

/** The statements that remember which records name a predecessor, so that its own file finds them. */
final class TakeoverSql {

    /** {@code SCHEME:VALUE}, as {@code Takeover.findIdentity} reads it. */
    private static final String KEEP = """
            INSERT IGNORE INTO takeover (predecessor, feed, record_key)
            SELECT LEFT(CASE WHEN LOCATE(':', told.named) = 0 THEN CONCAT('uscc:', TRIM(told.named))
                             ELSE CONCAT(TRIM(SUBSTRING_INDEX(told.named, ':', 1)), ':', TRIM(SUBSTRING(told.named, LOCATE(':', told.named) + 1)))
                        END, 97),
                   told.feed, told.record_key
            FROM (%s) told
            WHERE told.named IS NOT NULL
            """;

    private static final String NAMED = "JSON_UNQUOTE(JSON_EXTRACT(content, '$.predecessor')) AS named";

    /** Binds: feed, run. */
    static final String KEEP_STAGED = KEEP.formatted(
            "SELECT " + NAMED + ", ? AS feed, record_key FROM staged_fact WHERE run_id = ? AND kind = 'takeover'");

    /** Binds: business, fact. */
    static final String KEEP_OWN =
            KEEP.formatted("SELECT " + NAMED + ", feed, record_key FROM fact WHERE business_key = ? AND fact_id = ?");

    private TakeoverSql() {}
}

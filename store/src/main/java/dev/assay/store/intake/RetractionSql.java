package dev.assay.store.intake;

/** The statements about records that a full state lacks. Each handles all rows of a run at once. */
final class RetractionSql {

    /**
     * Records without a present version that a newer full state lacks: they are history. A record whose row that full state refused is not
     * lacking. Binds: run, feed, as-at.
     */
    static final String NOTE_WITHDRAWN = """
            INSERT INTO staged_outcome (run_id, fact_no, outcome)
            SELECT s.run_id, s.fact_no, 'OLDER'
            FROM staged_fact s
            LEFT JOIN staged_outcome o ON o.run_id = s.run_id AND o.fact_no = s.fact_no
            WHERE s.run_id = ? AND o.fact_no IS NULL
              AND EXISTS (SELECT 1 FROM import_run r
                          WHERE r.feed = ? AND r.state = 'PUBLISHED' AND r.full_state AND r.as_at > ?
                            AND NOT EXISTS (SELECT 1 FROM refused_record n
                                            WHERE n.run_id = r.run_id AND n.kind = s.kind AND n.record_key = s.record_key))
            """;

    /** The other records without a present version, of a file that came before. Binds: run. */
    static final String NOTE_RETURNING = """
            INSERT INTO staged_outcome (run_id, fact_no, outcome)
            SELECT s.run_id, s.fact_no, 'RETURNS'
            FROM staged_fact s
            LEFT JOIN staged_outcome o ON o.run_id = s.run_id AND o.fact_no = s.fact_no
            WHERE s.run_id = ? AND o.fact_no IS NULL
            """;

    private static final String NOTE = """
            INSERT INTO staged_retraction (run_id, business_key, fact_id, kind)
            SELECT ?, f.business_key, f.fact_id, f.kind
            FROM fact f
            WHERE f.feed = ? AND f.superseded_at IS NULL AND COALESCE(f.confirmed_as_at, f.as_at) %s ?
              AND NOT EXISTS (SELECT 1 FROM refused_record n
                              WHERE n.run_id = ? AND n.kind = f.kind AND n.record_key = f.record_key)
            """;

    /**
     * Versions that stand and were last seen in an older file: those that this file has too bear its day already. Binds: run, feed, as-at,
     * run.
     */
    static final String NOTE_ABSENT = NOTE.formatted("<");

    /** All keys of the file. Binds: run. */
    static final String NOTE_ALL_KEYS = """
            INSERT IGNORE INTO staged_key (run_id, kind, record_key)
            SELECT DISTINCT run_id, kind, record_key FROM staged_fact WHERE run_id = ?
            """;

    /** Versions from other files of the same day. Binds: run, feed, as-at, run, run. */
    static final String NOTE_ABSENT_OF_THE_DAY = NOTE.formatted("=") + """
              AND NOT EXISTS (SELECT 1 FROM staged_key k
                              WHERE k.run_id = ? AND k.kind = f.kind AND k.record_key = f.record_key)
            """;

    /** Binds: run. */
    static final String COUNT_ABSENT = "SELECT COUNT(*) FROM staged_retraction WHERE run_id = ? GROUP BY kind";

    /** What stood before this run. Binds: feed, recorded. */
    static final String COUNT_STANDING = """
            SELECT COUNT(*) FROM fact f
            WHERE f.feed = ? AND (f.superseded_at IS NULL OR f.superseded_at = ?)
            GROUP BY f.kind
            """;

    /** Binds: recorded, run. */
    static final String RETRACT = """
            UPDATE staged_retraction t
            STRAIGHT_JOIN fact f ON f.business_key = t.business_key AND f.fact_id = t.fact_id
            SET f.superseded_at = ?, f.superseded_as = 'RETRACTED'
            WHERE t.run_id = ?
            """;

    private RetractionSql() {}
}

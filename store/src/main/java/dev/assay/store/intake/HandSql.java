package dev.assay.store.intake;

/** The statements about what persons enter, correct and withdraw. */
final class HandSql {

    /** A version, and the account of how it came to be told: by its feed, or by hand. Binds: business, fact. */
    static final String TARGET = """
            SELECT f.business_key, f.fact_id, f.kind, f.licence, f.occurred_on, f.superseded_at, f.superseded_as,
              COALESCE(f.confirmed_as_at, f.as_at) AS told_at, f.feed, f.record_key, f.content, r.trust,
              CASE WHEN e.run_id IS NULL THEN f.business_key ELSE e.told_business END AS told_business,
              CASE WHEN e.run_id IS NULL THEN f.fact_id ELSE e.told_fact END AS told_fact
            FROM fact f
            JOIN import_run r ON r.run_id = f.run_id
            LEFT JOIN hand_entry e ON e.run_id = f.run_id
            WHERE f.business_key = ? AND f.fact_id = ?
            """;

    /** The version of a record that stands. Binds: record key, feed, kind. */
    static final String STANDING = """
            SELECT f.business_key, f.fact_id, f.run_id, f.licence, f.occurred_on, f.content, r.feed = 'by-hand' AS by_hand, r.file
            FROM fact f
            JOIN import_run r ON r.run_id = f.run_id
            WHERE f.record_key = ? AND f.feed = ? AND f.kind = ? AND f.superseded_at IS NULL
            """;

    /** The same told by hand with the same paper. Binds: business, kind, day, licence, content, paper. */
    static final String SAME = """
            SELECT f.fact_id, f.run_id
            FROM fact f
            JOIN import_run r ON r.run_id = f.run_id
            WHERE f.business_key = ? AND f.kind = ? AND f.superseded_at IS NULL AND f.occurred_on = ? AND f.licence <=> ?
              AND f.content = ? AND r.feed = 'by-hand' AND r.file = ?
            LIMIT 1
            """;

    /** Whether a version of a record stood after another ceased to. Binds: record key, feed, kind, instant. */
    static final String STOOD_LATER = """
            SELECT f.fact_id FROM fact f
            WHERE f.record_key = ? AND f.feed = ? AND f.kind = ? AND f.recorded_at > ?
              AND (f.superseded_at IS NULL OR f.superseded_at > f.recorded_at)
            LIMIT 1
            """;

    /** The paper with which a version was withdrawn. Binds: business, fact. */
    static final String WITHDRAWN_WITH = """
            SELECT run_id, paper FROM hand_entry
            WHERE business_key = ? AND fact_id = ? AND act = 'WITHDRAWN' ORDER BY run_id DESC LIMIT 1
            """;

    /** Binds: in the order of the columns. */
    static final String ADD = """
            INSERT INTO fact (business_key, fact_id, kind, licence, occurred_on, known_on, recorded_at, as_at, feed, record_key,
              run_id, line, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
            """;

    /** Binds: recorded, as what, business, fact. */
    static final String CLOSE = """
            UPDATE fact SET superseded_at = ?, superseded_as = ?
            WHERE business_key = ? AND fact_id = ? AND superseded_at IS NULL
            """;

    /** Binds: in the order of the columns. */
    static final String NOTE = """
            INSERT INTO hand_entry (run_id, act, entered_by, recorded_at, reason, paper, business_key, fact_id, feed, kind, record_key,
              told_business, told_fact)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** A correction has the weight of what it corrects. Binds: as-at, read, taken, superseded, retracted, recorded, trust, run. */
    static final String PUBLISH = """
            UPDATE import_run
            SET state = 'PUBLISHED', definition = NULL, as_at = ?, rows_read = ?, taken = ?, superseded = ?, retracted = ?,
              recorded_at = ?, trust = ?
            WHERE run_id = ?
            """;

    /** Binds: run. */
    static final String ENTRY = """
            SELECT e.act, e.entered_by, e.reason, e.paper, b.scheme, b.identity, e.kind
            FROM hand_entry e
            JOIN business b ON b.business_key = e.business_key
            WHERE e.run_id = ?
            """;

    /** Whether anything of a feed was ever touched by hand. Binds: feed. */
    static final String ANY = "SELECT run_id FROM hand_entry WHERE feed = ? AND told_fact IS NOT NULL LIMIT 1";

    /** Whether a staged fact is what its feed had told before a person corrected or withdrew it. Binds: as-at. */
    private static final String AS_TOLD = """
            t.business_key = i.business_key AND t.licence <=> s.licence AND t.occurred_on = COALESCE(s.occurred_on, ?)
              AND t.content = s.content
            """;

    /** What was corrected by hand is told again as before: the hand's version goes on standing. Binds: run, as-at. */
    static final String KEEP_CORRECTED = """
            UPDATE staged_outcome o
            JOIN staged_fact s ON s.run_id = o.run_id AND s.fact_no = o.fact_no
            JOIN identity i ON i.scheme = s.scheme AND i.identity = s.identity
            JOIN hand_entry e ON e.business_key = o.business_key AND e.fact_id = o.fact_id AND e.act <> 'WITHDRAWN'
            JOIN fact t ON t.business_key = e.told_business AND t.fact_id = e.told_fact
            SET o.outcome = 'UNCHANGED'
            WHERE o.run_id = ? AND o.outcome IN ('SUPERSEDES', 'OLDER') AND\s""" + AS_TOLD;

    /**
     * What was withdrawn by hand and is told again as before stays withdrawn; what an older file tells otherwise is history. Binds: as-at,
     * feed, run, as-at, as-at.
     */
    static final String KEEP_WITHDRAWN = """
            INSERT INTO staged_outcome (run_id, fact_no, outcome, business_key, fact_id)
            SELECT s.run_id, s.fact_no, CASE WHEN\s""" + AS_TOLD + """
             THEN 'UNCHANGED' ELSE 'OLDER' END, t.business_key, t.fact_id
            FROM staged_fact s
            STRAIGHT_JOIN hand_entry e ON e.feed = ? AND e.record_key = s.record_key AND e.kind = s.kind AND e.act = 'WITHDRAWN'
            STRAIGHT_JOIN fact t ON t.business_key = e.told_business AND t.fact_id = e.told_fact
            STRAIGHT_JOIN identity i ON i.scheme = s.scheme AND i.identity = s.identity
            LEFT JOIN staged_outcome o ON o.run_id = s.run_id AND o.fact_no = s.fact_no
            WHERE s.run_id = ? AND o.fact_no IS NULL AND (COALESCE(t.confirmed_as_at, t.as_at) > ? OR\s""" + AS_TOLD + """
            )
              AND NOT EXISTS (SELECT 1 FROM fact n
                              WHERE n.record_key = e.record_key AND n.feed = e.feed AND n.kind = e.kind
                                AND n.recorded_at > e.recorded_at
                                AND (n.superseded_at IS NULL OR n.superseded_at > n.recorded_at))
            """;

    /** What was entered by hand gave way to something new from the feed. Binds: run. */
    static final String NOTE_OVERTAKEN = """
            UPDATE fact f
            JOIN staged_outcome o ON o.business_key = f.business_key AND o.fact_id = f.fact_id
            JOIN hand_entry e ON e.business_key = f.business_key AND e.fact_id = f.fact_id AND e.act <> 'WITHDRAWN'
            SET f.superseded_as = 'OVERTAKEN'
            WHERE o.run_id = ? AND o.outcome = 'SUPERSEDES'
            """;

    private HandSql() {}
}

package dev.assay.store.intake;

/** The statements that keep what the table of businesses tells of each: its newest description that stands. */
final class DescriptionSql {

    private static final String NEWEST = """
            SELECT f.business_key, f.fact_id, f.run_id, f.content,
              ROW_NUMBER() OVER (PARTITION BY f.business_key ORDER BY f.occurred_on DESC, f.as_at DESC, f.fact_id DESC) AS place
            FROM (%s) t
            STRAIGHT_JOIN fact f ON f.business_key = t.business_key
            WHERE f.kind = 'business' AND f.superseded_at IS NULL
            """;

    /** Those whose description in the table may not be the newest any more. Binds: run, last key before. */
    private static final String DESCRIBED = """
            SELECT DISTINCT i.business_key
            FROM staged_fact s
            STRAIGHT_JOIN identity i ON i.scheme = s.scheme AND i.identity = s.identity
            WHERE s.run_id = ? AND s.kind = 'business' AND (s.identity_seen OR s.key_seen OR i.business_key <= ?)
            """;

    /** The same where no business was here before, without looking at every row's identity. Binds: run. */
    private static final String DESCRIBED_TWICE = """
            SELECT DISTINCT i.business_key
            FROM staged_fact s
            STRAIGHT_JOIN identity i ON i.scheme = s.scheme AND i.identity = s.identity
            WHERE s.run_id = ? AND s.kind = 'business' AND (s.identity_seen OR s.key_seen)
            """;

    private static final String TAKE = """
            UPDATE business b
            JOIN (%s) d ON d.business_key = b.business_key AND d.place = 1
            JOIN staged_fact s ON s.run_id = d.run_id AND s.fact_no = d.fact_id - ?
            SET b.name = s.name, b.name_key = s.name_key, b.address = s.address, b.address_key = s.address_key,
              b.division = s.division, b.sector = s.sector, b.subject_class = s.subject_class
            WHERE d.run_id = ?
            """;

    /** Takes the newest description over where this run brought it. Binds: run, last key before, base of fact ids, run. */
    static final String TAKE_NEWEST = TAKE.formatted(NEWEST.formatted(DESCRIBED));

    /** The same where no business was here before. Binds: run, base of fact ids, run. */
    static final String TAKE_NEWEST_OF_NEW = TAKE.formatted(NEWEST.formatted(DESCRIBED_TWICE));

    /**
     * Businesses that lost their description by this run, or of which it brought history alone, with the description to tell: the newest that
     * stands, unless this run brought it and it is told already; where none stands, the last that did, so that a business which has left every
     * list is still found by its name. Binds: run, run, run, run, run.
     */
    static final String NOTE_LOST = """
            INSERT INTO staged_description (run_id, business_key, fact_id)
            SELECT ?, d.business_key, d.fact_id
            FROM (SELECT f.business_key, f.fact_id, f.run_id, f.superseded_at,
                    ROW_NUMBER() OVER (PARTITION BY f.business_key ORDER BY f.superseded_at IS NULL DESC,
                      CASE WHEN f.superseded_at IS NULL THEN f.occurred_on ELSE COALESCE(f.confirmed_as_at, f.as_at) END DESC,
                      f.as_at DESC, f.fact_id DESC) AS place
                  FROM (SELECT o.business_key
                        FROM staged_outcome o
                        JOIN staged_fact s ON s.run_id = o.run_id AND s.fact_no = o.fact_no
                        WHERE o.run_id = ? AND o.outcome = 'SUPERSEDES' AND s.kind = 'business'
                        UNION
                        SELECT t.business_key FROM staged_retraction t WHERE t.run_id = ? AND t.kind = 'business'
                        UNION
                        SELECT i.business_key
                        FROM staged_outcome o
                        JOIN staged_fact s ON s.run_id = o.run_id AND s.fact_no = o.fact_no
                        JOIN identity i ON i.scheme = s.scheme AND i.identity = s.identity
                        WHERE o.run_id = ? AND o.outcome = 'OLDER' AND s.kind = 'business') t
                  STRAIGHT_JOIN fact f ON f.business_key = t.business_key
                  WHERE f.kind = 'business') d
            WHERE d.place = 1 AND NOT (d.run_id = ? AND d.superseded_at IS NULL)
            """;

    /** Some of them. Binds: run, last key, most. */
    static final String LOST = """
            SELECT l.business_key, f.content
            FROM staged_description l
            STRAIGHT_JOIN fact f ON f.business_key = l.business_key AND f.fact_id = l.fact_id
            WHERE l.run_id = ? AND l.business_key > ?
            ORDER BY l.business_key
            LIMIT ?
            """;

    /** Whether the feeds of visible runs are trusted unequally. Binds: run. */
    static final String TRUSTED_UNEQUALLY =
            "SELECT COUNT(DISTINCT trust) > 1 FROM import_run WHERE state = 'PUBLISHED' OR run_id = ?";

    /** Businesses of whose descriptions this run changed something, and of which feeds that are trusted unequally have one. Binds: run, four times. */
    static final String DISPUTED = """
            SELECT t.business_key
            FROM (SELECT i.business_key
                  FROM staged_fact s
                  STRAIGHT_JOIN identity i ON i.scheme = s.scheme AND i.identity = s.identity
                  WHERE s.run_id = ? AND s.kind = 'business'
                  UNION
                  SELECT business_key FROM staged_description WHERE run_id = ?
                  UNION
                  SELECT business_key FROM staged_outcome WHERE run_id = ? AND outcome = 'SUPERSEDES'
                  UNION
                  SELECT business_key FROM staged_retraction WHERE run_id = ?) t
            STRAIGHT_JOIN fact f ON f.business_key = t.business_key AND f.kind = 'business' AND f.superseded_at IS NULL
            JOIN import_run r ON r.run_id = f.run_id
            GROUP BY t.business_key
            HAVING COUNT(DISTINCT r.trust) > 1
            ORDER BY t.business_key
            """;

    /** The descriptions that stand of some businesses, the newest last. To be completed with the keys. */
    static final String STANDING = """
            SELECT f.business_key, r.trust, f.content
            FROM fact f JOIN import_run r ON r.run_id = f.run_id
            WHERE f.kind = 'business' AND f.superseded_at IS NULL AND f.business_key IN (%s)
            ORDER BY f.business_key, f.occurred_on, f.as_at, f.fact_id
            """;

    private DescriptionSql() {}
}

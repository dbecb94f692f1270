package dev.assay.store.intake;

/**
 * The statements of the merge, in the order in which they run. Each handles all rows of a run at once. STRAIGHT_JOIN keeps the staged
 * rows first, in the order of their key: the servers' statistics of a table that was filled a moment ago are of no use. For the same reason indexes
 * of names are forced.
 */
final class MergeSql {

    private static final String STAGED_OF_KNOWN = """
            FROM staged_fact s
            STRAIGHT_JOIN identity i ON i.scheme = s.scheme AND i.identity = s.identity
            """;

    /** Outcomes that add no version. */
    private static final String NOTHING_NEW = "('REPEATED', 'UNCHANGED', 'KNOWN')";

    private static final String NEW_BUSINESS = """
            INSERT INTO business (scheme, identity, name, name_key, address, address_key, division, sector, subject_class,
              recorded_at, changed_at)
            SELECT s.scheme, s.identity, s.name, s.name_key, s.address, s.address_key, s.division, s.sector, s.subject_class, ?, ?
            FROM staged_fact s
            """;

    /** Businesses whose first row is certainly the only one to add them. Binds: recorded, recorded, run. */
    static final String ADD_CERTAIN_BUSINESSES = NEW_BUSINESS + """
            LEFT JOIN identity i ON i.scheme = s.scheme AND i.identity = s.identity
            WHERE s.run_id = ? AND s.creates AND NOT s.identity_seen AND i.business_key IS NULL
            ORDER BY s.fact_no
            """;

    /** Businesses that the filter took for seen and that were not, once each. Binds: recorded, recorded, run. */
    static final String ADD_OTHER_BUSINESSES = NEW_BUSINESS + """
            JOIN (SELECT s.run_id, MIN(s.fact_no) AS fact_no
                  FROM staged_fact s
                  LEFT JOIN identity i ON i.scheme = s.scheme AND i.identity = s.identity
                  WHERE s.run_id = ? AND s.creates AND s.identity_seen AND i.business_key IS NULL
                  GROUP BY s.run_id, s.scheme, s.identity) first
              ON first.run_id = s.run_id AND first.fact_no = s.fact_no
            ORDER BY s.fact_no
            """;

    /** The principal identities of new businesses. Binds: the last key before. */
    static final String ADD_IDENTITIES = """
            INSERT INTO identity (scheme, identity, business_key)
            SELECT scheme, identity, business_key FROM business WHERE business_key > ?
            """;

    /** Other identities that are not yet known. Binds: run. */
    static final String ADD_ALIASES = """
            INSERT INTO identity (scheme, identity, business_key)
            SELECT s.alias_scheme, s.alias, MIN(i.business_key)
            """ + STAGED_OF_KNOWN + """
            LEFT JOIN identity a ON a.scheme = s.alias_scheme AND a.identity = s.alias
            WHERE s.run_id = ? AND s.alias IS NOT NULL AND a.business_key IS NULL
            GROUP BY s.alias_scheme, s.alias
            """;

    /**
     * Gives staged facts that name exactly one business by name and address its identity. A business that one feed alone named and that has
     * no record any more is none; nor does a name tell where the codes disagree. Binds: run, run.
     */
    static final String FIND_BY_NAME = """
            UPDATE staged_fact s
            JOIN (SELECT n.fact_no, MIN(b.business_key) AS business_key
                  FROM staged_fact n
                  STRAIGHT_JOIN business b FORCE INDEX (business_name_key) ON b.name_key = n.name_key AND b.address_key = n.address_key
                  WHERE n.run_id = ? AND n.identity IS NULL
                    AND (b.scheme <> 'local'
                      OR EXISTS (SELECT 1 FROM fact f WHERE f.business_key = b.business_key AND f.superseded_at IS NULL))
                    AND NOT EXISTS (SELECT 1 FROM staged_name m
                                    WHERE m.run_id = n.run_id AND m.line = n.fact_no DIV 16 AND m.doubt = 'IDENTITIES_DISAGREE')
                  GROUP BY n.fact_no
                  HAVING COUNT(*) = 1) found ON found.fact_no = s.fact_no
            JOIN business b ON b.business_key = found.business_key
            SET s.scheme = b.scheme, s.identity = b.identity
            WHERE s.run_id = ?
            """;

    /**
     * Gives staged facts that belong to a record of another feed its business, if they do not name one, and its day, if they have none.
     * Binds: run.
     */
    static final String FIND_BY_RECORD = """
            UPDATE staged_fact s
            STRAIGHT_JOIN fact f FORCE INDEX (fact_record) ON f.record_key = s.other_key AND f.feed = s.other_feed AND f.kind = s.other_kind AND f.superseded_at IS NULL
            STRAIGHT_JOIN business b ON b.business_key = f.business_key
            SET s.scheme = COALESCE(s.scheme, b.scheme), s.identity = COALESCE(s.identity, b.identity),
              s.occurred_on = COALESCE(s.occurred_on, f.occurred_on)
            WHERE s.run_id = ? AND s.other_key IS NOT NULL
            """;

    /** Keys that may stand more than once. Binds: run. */
    static final String NOTE_KEYS = """
            INSERT INTO staged_key (run_id, kind, record_key)
            SELECT DISTINCT run_id, kind, record_key FROM staged_fact WHERE run_id = ? AND key_seen
            """;

    /** Within the file the last of several rows with one key stands. Binds: run. */
    static final String NOTE_REPETITIONS = """
            INSERT INTO staged_outcome (run_id, fact_no, outcome)
            SELECT run_id, fact_no, CASE WHEN fact_no < last_of_version THEN 'REPEATED' ELSE 'REPLACED' END
            FROM (SELECT s.run_id, s.fact_no,
                    MAX(s.fact_no) OVER (PARTITION BY s.kind, s.record_key) AS last_of_key,
                    MAX(s.fact_no) OVER (PARTITION BY s.kind, s.record_key, s.scheme, s.identity, s.licence, s.occurred_on,
                      SHA2(s.content, 256)) AS last_of_version
                  FROM staged_fact s
                  STRAIGHT_JOIN staged_key k ON k.run_id = s.run_id AND k.kind = s.kind AND k.record_key = s.record_key
                  WHERE s.run_id = ?) t
            WHERE fact_no < last_of_key
            """;

    /** How staged facts stand to the present version of their record. Binds: as-at, as-at, feed, run. */
    static final String COMPARE_WITH_PRESENT = """
            INSERT INTO staged_outcome (run_id, fact_no, outcome, business_key, fact_id)
            SELECT s.run_id, s.fact_no,
              CASE WHEN f.business_key = i.business_key AND f.licence <=> s.licence
                     AND f.occurred_on = COALESCE(s.occurred_on, ?) AND f.content = s.content THEN 'UNCHANGED'
                   WHEN COALESCE(f.confirmed_as_at, f.as_at) > ? THEN 'OLDER'
                   ELSE 'SUPERSEDES' END,
              f.business_key, f.fact_id
            """ + STAGED_OF_KNOWN + """
            STRAIGHT_JOIN fact f FORCE INDEX (fact_record) ON f.record_key = s.record_key AND f.kind = s.kind AND f.feed = ? AND f.superseded_at IS NULL
            LEFT JOIN staged_outcome o ON o.run_id = s.run_id AND o.fact_no = s.fact_no
            WHERE s.run_id = ? AND o.fact_no IS NULL
            """;

    /**
     * Versions that are here already, closed, and were told for the same day: nothing new, or a file taken in twice would count twice. One
     * that would supersede, or stand again, counts as here only if this very file came before; and of that file any version that is here does
     * for history. Binds: feed, as-at, run, whether it came before, as-at, as-at, whether it came before.
     */
    static final String RECOGNISE_CLOSED = """
            UPDATE staged_outcome o
            STRAIGHT_JOIN staged_fact s ON s.run_id = o.run_id AND s.fact_no = o.fact_no
            STRAIGHT_JOIN identity i ON i.scheme = s.scheme AND i.identity = s.identity
            STRAIGHT_JOIN fact f FORCE INDEX (fact_record) ON f.record_key = s.record_key AND f.kind = s.kind AND f.feed = ? AND f.superseded_at IS NOT NULL
              AND f.superseded_as <> 'UNDONE' AND f.business_key = i.business_key AND f.licence <=> s.licence
              AND f.occurred_on = COALESCE(s.occurred_on, ?) AND f.content = s.content
            SET o.outcome = 'KNOWN'
            WHERE o.run_id = ?
              AND (o.outcome IN ('REPLACED', 'OLDER') AND ?
                OR f.as_at <= ? AND COALESCE(f.confirmed_as_at, f.as_at) >= ?
                  AND (o.outcome IN ('REPLACED', 'OLDER') OR o.outcome IN ('SUPERSEDES', 'RETURNS') AND ?))
            """;

    /** Closes the versions that are superseded. Binds: recorded, run. */
    static final String CLOSE_SUPERSEDED = """
            UPDATE staged_outcome o
            STRAIGHT_JOIN fact f ON f.business_key = o.business_key AND f.fact_id = o.fact_id
            SET f.superseded_at = ?, f.superseded_as = 'CORRECTED'
            WHERE o.run_id = ? AND o.outcome = 'SUPERSEDES'
            """;

    /** Notes that a newer file says the same. Binds: as-at, run, as-at. */
    static final String CONFIRM_UNCHANGED = """
            UPDATE staged_outcome o
            STRAIGHT_JOIN fact f ON f.business_key = o.business_key AND f.fact_id = o.fact_id
            SET f.confirmed_as_at = ?
            WHERE o.run_id = ? AND o.outcome = 'UNCHANGED' AND COALESCE(f.confirmed_as_at, f.as_at) < ?
            """;

    /** Whether every staged fact is known already. Binds: run, run. */
    static final String NOTHING_NEW_AT_ALL = """
            SELECT (SELECT COUNT(*) FROM staged_fact WHERE run_id = ?)
              = (SELECT COUNT(*) FROM staged_outcome WHERE run_id = ? AND outcome IN\s""" + NOTHING_NEW + ")";

    /**
     * The new versions, those that another has replaced already closed at once. They are written in the order of their key: in that of the
     * file, whose businesses stand in no order, the pages of a big table are read, split and written again and again. Binds: see {@link
     * FactMerge}.
     */
    static final String ADD_FACTS = addFacts(STAGED_OF_KNOWN);

    /** The same, failing where a fact's business is not known. Binds: the same. */
    static final String ADD_FACTS_OF_MARKED = addFacts(STAGED_OF_KNOWN.replace("STRAIGHT_JOIN", "LEFT JOIN"));

    private static String addFacts(String staged) {
        return """
            INSERT INTO fact (business_key, fact_id, kind, licence, occurred_on, known_on, recorded_at, superseded_at, superseded_as,
              as_at, feed, record_key, run_id, line, content)
            SELECT i.business_key, ? + s.fact_no, s.kind, s.licence, COALESCE(s.occurred_on, ?),
              CASE WHEN ? THEN COALESCE(s.occurred_on, ?) ELSE ? END, ?,
              CASE WHEN o.outcome IN ('REPLACED', 'OLDER') THEN ? END,
              CASE o.outcome WHEN 'REPLACED' THEN 'CORRECTED' WHEN 'OLDER' THEN 'OLDER' END,
              ?, ?, s.record_key, s.run_id, s.fact_no DIV 16, s.content
            """ + staged + """
            LEFT JOIN staged_outcome o ON o.run_id = s.run_id AND o.fact_no = s.fact_no
            WHERE s.run_id = ? AND (o.outcome IS NULL OR o.outcome NOT IN\s""" + NOTHING_NEW + """
            )
            ORDER BY i.business_key, s.fact_no
            """;
    }

    /** Businesses that were here before and have a new or closed version. Binds: run, last key before, run, run, recorded. */
    static final String TOUCH_BUSINESSES = """
            UPDATE business b
            JOIN (SELECT i.business_key
            """ + STAGED_OF_KNOWN + """
                  LEFT JOIN staged_outcome o ON o.run_id = s.run_id AND o.fact_no = s.fact_no
                  WHERE s.run_id = ? AND i.business_key <= ? AND (o.outcome IS NULL OR o.outcome NOT IN\s""" + NOTHING_NEW + """
            )
                  UNION
                  SELECT business_key FROM staged_outcome WHERE run_id = ? AND outcome = 'SUPERSEDES'
                  UNION
                  SELECT business_key FROM staged_retraction WHERE run_id = ?) t
              ON t.business_key = b.business_key
            SET b.changed_at = ?
            """;

    /** Source rows by what became of them, those left out that are simply new: 1 unchanged, 2 taken, 3 superseded. */
    static final String ACCOUNT = """
            SELECT became, SUM(source_rows)
            FROM (SELECT s.fact_no DIV 16 AS line, MAX(s.source_rows) AS source_rows,
                    MAX(CASE WHEN o.outcome IS NULL OR o.outcome = 'RETURNS' THEN 2 WHEN o.outcome IN\s""" + NOTHING_NEW + """
             THEN 1 ELSE 3 END) AS became
                  FROM (SELECT DISTINCT fact_no DIV 16 AS line FROM staged_outcome WHERE run_id = ?) l
                  STRAIGHT_JOIN (%s) p
                  STRAIGHT_JOIN staged_fact s ON s.run_id = ? AND s.fact_no = l.line * 16 + p.place
                  LEFT JOIN staged_outcome o ON o.run_id = s.run_id AND o.fact_no = s.fact_no
                  GROUP BY s.fact_no DIV 16) t
            GROUP BY became
            """;

    private MergeSql() {}
}

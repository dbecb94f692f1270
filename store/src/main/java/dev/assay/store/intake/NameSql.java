package dev.assay.store.intake;

/** The statements that carry what was said of names into a run. Each handles all rows of the run at once. */
final class NameSql {

    private static final String FACTS_OF_NAMES = """
            staged_fact s
            STRAIGHT_JOIN staged_name n ON n.run_id = s.run_id AND n.line = s.fact_no DIV 16
            """;

    /** The first fact of each record that is still without a business. */
    private static final String MISSED = """
            staged_fact s
            STRAIGHT_JOIN staged_name n ON n.run_id = s.run_id AND n.line = s.fact_no DIV 16 AND s.fact_no % 16 = 0 AND s.identity IS NULL
            """;

    /** Whether there is any name. Binds: run. */
    static final String ANY = "SELECT run_id FROM staged_name WHERE run_id = ? LIMIT 1";

    /** A person's answer goes before what the resolver says. Binds: feed, run. */
    static final String ANSWER = """
            UPDATE staged_name n
            JOIN name_question q ON q.feed = ? AND q.asked = n.asked AND q.answer IS NOT NULL
            SET n.outcome = q.answer, n.scheme = q.scheme, n.identity = q.identity, n.question_id = q.question_id
            WHERE n.run_id = ?
            """;

    /** Binds: run. */
    static final String IDENTIFY = """
            UPDATE\s""" + FACTS_OF_NAMES + """
            SET s.scheme = n.scheme, s.identity = n.identity, s.creates = (n.outcome = 'NEW' AND s.fact_no = n.line * 16)
            WHERE s.run_id = ? AND n.outcome IN ('MATCH', 'BUSINESS', 'NEW')
            """;

    /** Questions that were not asked before. Binds: feed, recorded, run, feed. */
    static final String ASK = """
            INSERT INTO name_question (feed, asked, name, address, division, new_scheme, new_identity, doubt, candidates, asked_at)
            SELECT ?, n.asked, n.name, n.address, n.division, n.new_scheme, n.new_identity, n.doubt, n.candidates, ?
            FROM (SELECT n.run_id, MIN(n.line) AS line
                  FROM\s""" + MISSED + """
                  WHERE s.run_id = ? AND n.outcome = 'REVIEW'
                  GROUP BY n.run_id, n.asked) t
            STRAIGHT_JOIN staged_name n ON n.run_id = t.run_id AND n.line = t.line
            LEFT JOIN name_question q ON q.feed = ? AND q.asked = n.asked
            WHERE q.question_id IS NULL
            ORDER BY n.line
            """;

    /** Open questions take the candidates of today's register. Binds: feed, run. */
    static final String POINT_TO_QUESTION = """
            UPDATE\s""" + MISSED + """
            JOIN name_question q ON q.feed = ? AND q.asked = n.asked
            SET n.question_id = q.question_id, q.doubt = n.doubt, q.candidates = n.candidates
            WHERE s.run_id = ? AND n.outcome = 'REVIEW'
            """;

    /** What the same file left open before is asked anew or answered by now. Binds: feed, digest, run. */
    static final String DROP_HELD = """
            DELETE h FROM held_fact h
            JOIN import_run r ON r.run_id = h.run_id
            JOIN name_question q ON q.question_id = h.question_id
            WHERE r.feed = ? AND r.sha256 = ? AND r.run_id <> ? AND q.answer IS NULL
            """;

    /** Binds: feed, digest, run. */
    static final String NOTE_KEPT = """
            UPDATE staged_name n
            JOIN held_fact h ON h.question_id = n.question_id AND h.fact_no = n.line * 16
            JOIN import_run r ON r.run_id = h.run_id AND r.feed = ? AND r.sha256 = ?
            SET n.kept = TRUE
            WHERE n.run_id = ?
            """;

    /** Keeps the records of questions, those already taken by their answer too. Binds: history, run. */
    static final String HOLD = """
            INSERT INTO held_fact (run_id, fact_no, question_id, source_rows, kind, licence, name, name_key, address,
              address_key, division, sector, subject_class, record_key, occurred_on, content, history, taken_run)
            SELECT s.run_id, s.fact_no, n.question_id, s.source_rows, s.kind, s.licence, s.name, s.name_key,
              s.address, s.address_key, s.division, s.sector, s.subject_class, s.record_key, s.occurred_on, s.content, ?,
              CASE WHEN n.outcome IN ('BUSINESS', 'NEW') THEN s.run_id END
            FROM\s""" + FACTS_OF_NAMES + """
            WHERE s.run_id = ? AND n.question_id IS NOT NULL AND NOT n.kept
            ORDER BY s.fact_no
            """;

    /** Binds: run. */
    static final String COUNT_KEPT_BACK = """
            SELECT COALESCE(SUM(n.source_rows), 0)
            FROM\s""" + MISSED + """
            WHERE s.run_id = ? AND n.outcome IN ('REVIEW', 'OUT')
            """;

    private static final String WORDS = """
            CASE n.outcome
              WHEN 'REVIEW' THEN CONCAT('A person has to decide whose record it is (', LEFT(n.name, 200), ').
            Maybe decide it on the page of open questions; the record is then taken in.')
              ELSE CONCAT('A person decided to leave this record out (', LEFT(n.name, 200), ').
            Maybe undo the decision if it was wrong.') END
            """;

    /** Binds: run. */
    static final String QUARANTINE = """
            INSERT INTO quarantine (run_id, entry_no, line, value, reason, message)
            SELECT n.run_id, (n.line + 1) * 1024 - 1, n.line, CONCAT_WS(' · ', n.name, n.address),
              CASE n.outcome WHEN 'REVIEW' THEN 'business-review' ELSE 'business-left-out' END,\s""" + WORDS + """
            FROM\s""" + MISSED + """
            WHERE s.run_id = ? AND n.outcome IN ('REVIEW', 'OUT')
            """;

    /** Binds: run. */
    static final String REMOVE_KEPT_BACK = """
            DELETE s FROM staged_fact s
            STRAIGHT_JOIN staged_name n ON n.run_id = s.run_id AND n.line = s.fact_no DIV 16
            WHERE s.run_id = ? AND s.identity IS NULL AND n.outcome IN ('REVIEW', 'OUT')
            """;

    private NameSql() {}
}

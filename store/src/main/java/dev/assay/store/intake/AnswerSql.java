package dev.assay.store.intake;

/** The statements that carry out a person's answer to a question, or undo it. */
final class AnswerSql {

    /** Where the records of a question came from, in the order in which they would have been taken in. Binds: question. */
    static final String SOURCES = """
            SELECT r.run_id, r.feed, r.file, r.sha256, r.definition, r.as_at, r.trust, MAX(h.history) AS history,
              SUM(CASE WHEN h.fact_no % 16 = 0 THEN h.source_rows ELSE 0 END) AS source_rows
            FROM held_fact h
            JOIN import_run r ON r.run_id = h.run_id
            WHERE h.question_id = ?
            GROUP BY r.run_id, r.feed, r.file, r.sha256, r.definition, r.as_at, r.trust
            ORDER BY r.run_id
            """;

    /** Binds: new run, creates, scheme, identity, question, run. */
    static final String STAGE = """
            INSERT INTO staged_fact (run_id, fact_no, source_rows, kind, creates, identity_seen, key_seen, scheme, identity,
              licence, name, name_key, address, address_key, division, sector, subject_class, record_key, occurred_on, content)
            SELECT ?, fact_no, source_rows, kind, ? AND fact_no % 16 = 0, TRUE, TRUE, ?, ?, licence, name, name_key,
              address, address_key, division, sector, subject_class, record_key, occurred_on, content
            FROM held_fact
            WHERE question_id = ? AND run_id = ?
            """;

    /** Binds: new run, question, run. */
    static final String NOTE_TAKEN = "UPDATE held_fact SET taken_run = ? WHERE question_id = ? AND run_id = ?";

    /** The entries of a question's records, whichever import of their file they stand under. Binds: question. */
    private static final String ENTRIES = """
            FROM quarantine q
            JOIN import_run r ON r.run_id = q.run_id
            JOIN import_run s ON s.feed = r.feed AND s.sha256 = r.sha256
            JOIN held_fact h ON h.run_id = s.run_id AND h.fact_no = q.line * 16
            WHERE h.question_id = ? AND q.reason IN ('business-review', 'business-left-out')
            """;

    static final String RELEASE = "DELETE q " + ENTRIES;

    /** Binds: question, reason, message (with the name behind it). */
    static final String KEEP_BACK = """
            INSERT INTO quarantine (run_id, entry_no, line, value, reason, message)
            SELECT t.run_id, (t.line + 1) * 1024 - 1, t.line, t.value, ?, CONCAT(?, ' (', LEFT(t.name, 200), ').')
            FROM (SELECT MAX(n.run_id) AS run_id, h.fact_no DIV 16 AS line, q.name, CONCAT_WS(' · ', q.name, q.address) AS value
                  FROM held_fact h
                  JOIN name_question q ON q.question_id = h.question_id
                  JOIN import_run r ON r.run_id = h.run_id
                  JOIN import_run n ON n.feed = r.feed AND n.sha256 = r.sha256 AND n.question_id IS NULL AND n.state = 'PUBLISHED'
                  WHERE h.question_id = ? AND h.fact_no % 16 = 0
                  GROUP BY r.sha256, h.fact_no, q.name, q.address) t
            """;

    /** Versions that the standing answer brought. Binds: question. */
    private static final String TAKEN = """
            SELECT f.business_key, f.fact_id, f.kind
            FROM held_fact h
            STRAIGHT_JOIN fact f ON f.record_key = h.record_key AND f.kind = h.kind AND f.fact_id = (h.taken_run << 32) + h.fact_no
            WHERE h.question_id = ? AND h.taken_run IS NOT NULL AND f.superseded_at IS NULL
            """;

    /** Businesses that lose something when it is undone. Binds: question. */
    static final String LOSERS = "SELECT business_key, MAX(kind = 'business') AS described, COUNT(*) AS facts FROM ("
            + TAKEN + ") t GROUP BY business_key";

    /** Binds: question, recorded. */
    static final String TAKE_BACK = """
            UPDATE fact f
            JOIN (%s) t ON t.business_key = f.business_key AND t.fact_id = f.fact_id
            SET f.superseded_at = ?, f.superseded_as = 'UNDONE'
            """.formatted(TAKEN);

    private AnswerSql() {}
}

package dev.assay.store.intake;

import java.time.LocalDateTime;
import org.jooq.DSLContext;

/**
 * What a run means for the rows that earlier runs refused. Rows that it corrects leave quarantine, each under its own history; a row that is
 * refused again has its new entry instead. So it is with a record that a later file of the feed brings, known by its own key. The entries of an
 * earlier run of the same file give way to those of this run, which keep how they were closed, so that a file taken in again does not ask for
 * a correction that was made.
 */
record Corrections(DSLContext dsl, MergeRequest request, LocalDateTime recordedAt) {

    /** Of the same file, by an earlier run. Binds: feed, digest, run. */
    private static final String OF_SAME_FILE = "r.feed = ? AND r.sha256 = ? AND r.run_id <> ?";

    /**
     * Closes open entries of the feed's earlier runs by the keys of their records. A row of a business and something else is known by the
     * something else: other rows tell of the same business. A record's rows stand close together. To be completed with where the records are
     * now. A run that took nothing has no day of its own. Binds: feed, run, run, as-at day, how they are closed, run, recorded.
     */
    private static String closeByKey(String table, String factNo) {
        return """
                UPDATE quarantine q
                JOIN (SELECT r.run_id, r.fact_no DIV 16 AS line, MIN((%2$s) DIV 16) AS new_line
                      FROM import_run i
                      STRAIGHT_JOIN refused_record r ON r.run_id = i.run_id
                      STRAIGHT_JOIN %1$s n ON n.kind = r.kind AND n.record_key = r.record_key
                      WHERE i.feed = ? AND i.run_id <> ? AND i.state = 'PUBLISHED' AND n.run_id = ?
                        AND (i.as_at <= ? OR i.rows_read = i.refused)
                        AND EXISTS (SELECT 1 FROM quarantine e WHERE e.run_id = i.run_id AND e.closed_as IS NULL)
                        AND (r.kind <> 'business'
                          OR NOT EXISTS (SELECT 1 FROM refused_record o
                                         WHERE o.run_id = r.run_id AND o.fact_no DIV 16 = r.fact_no DIV 16
                                           AND o.fact_no BETWEEN r.fact_no - 15 AND r.fact_no + 15 AND o.kind <> 'business'))
                      GROUP BY r.run_id, r.fact_no DIV 16) again
                  ON again.run_id = q.run_id AND q.entry_no BETWEEN again.line * 1024 AND (again.line + 200) * 1024
                LEFT JOIN refused_row w ON w.run_id = q.run_id AND w.line = q.line
                SET q.closed_as = ?, q.closed_run = ?, q.closed_line = again.new_line, q.closed_at = ?
                WHERE COALESCE(w.record_line, q.line) = again.line AND q.closed_as IS NULL
                  AND q.reason NOT IN ('business-review', 'business-left-out')
                """.formatted(table, factNo);
    }

    void settle() {
        // A run that carries out a person's answer has the file of the import whose entries stay.
        if (dsl.fetchOptional(
                        "SELECT run_id FROM import_run WHERE run_id = ? AND question_id IS NOT NULL", request.runId())
                .isPresent()) {
            return;
        }
        dsl.execute("""
                UPDATE quarantine n
                JOIN import_run r ON\s""" + OF_SAME_FILE + """

                JOIN quarantine o ON o.run_id = r.run_id AND o.entry_no = n.entry_no AND o.reason = n.reason
                SET n.closed_as = o.closed_as, n.closed_run = o.closed_run, n.closed_line = o.closed_line,
                  n.closed_at = o.closed_at, n.closed_by = o.closed_by, n.closed_reason = o.closed_reason
                WHERE n.run_id = ? AND o.closed_as IS NOT NULL
                """, request.feed(), request.sha256(), request.runId(), request.runId());
        for (String table : new String[] {"quarantine", "refused_row"}) {
            dsl.execute(
                    "DELETE q FROM " + table + " q JOIN import_run r ON r.run_id = q.run_id WHERE " + OF_SAME_FILE,
                    request.feed(),
                    request.sha256(),
                    request.runId());
        }
        if (request.corrects() != null) {
            close();
        }
        closeByKey();
    }

    /** The feed told these records anew, for the same day or a later one. What waits for a person stays with that person. */
    private void closeByKey() {
        boolean open = dsl.fetchOptional("""
                        SELECT q.run_id FROM import_run i STRAIGHT_JOIN quarantine q ON q.run_id = i.run_id
                        WHERE i.feed = ? AND i.run_id <> ? AND q.closed_as IS NULL LIMIT 1
                        """, request.feed(), request.runId()).isPresent();
        if (open) {
            // A fact has its line in its number.
            close("CORRECTED", closeByKey("fact", "n.fact_id - (n.run_id << 32)"));
            close("REFUSED_AGAIN", closeByKey("refused_record", "n.fact_no"));
        }
    }

    private void close(String as, String sql) {
        dsl.execute(
                sql, request.feed(), request.runId(), request.runId(), request.asAt(), as, request.runId(), recordedAt);
    }

    private void close() {
        dsl.execute("""
                UPDATE quarantine q
                JOIN staged_correction c ON c.run_id = ? AND c.of_line = q.line
                LEFT JOIN (SELECT DISTINCT line FROM quarantine WHERE run_id = ?) again
                  ON again.line IN (c.line, c.record_line)
                SET q.closed_as = CASE WHEN again.line IS NULL THEN 'CORRECTED' ELSE 'REFUSED_AGAIN' END,
                  q.closed_run = ?, q.closed_line = c.line, q.closed_at = ?
                WHERE q.run_id = ? AND q.closed_as IS NULL
                """, request.runId(), request.runId(), request.runId(), recordedAt, request.corrects());
        // What waited for a person under the old row's name waits no more.
        dsl.execute("""
                DELETE h FROM held_fact h
                JOIN staged_correction c ON c.run_id = ? AND c.of_line = h.fact_no DIV 16
                WHERE h.run_id = ? AND h.taken_run IS NULL
                """, request.runId(), request.corrects());
    }
}

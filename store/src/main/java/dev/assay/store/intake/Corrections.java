package dev.assay.store.intake;

import java.time.LocalDateTime;
import org.jooq.DSLContext;

/**
 * What a run means for the rows that earlier runs refused. Rows that it corrects leave quarantine, each under its own history; a row that is
 * refused again has its new entry instead. The entries of an earlier run of the same file give way to those of this run, which keep how they
 * were closed, so that a file taken in again does not ask for a correction that was made.
 */
record Corrections(DSLContext dsl, MergeRequest request, LocalDateTime recordedAt) {

    /** Of the same file, by an earlier run. Binds: feed, digest, run. */
    private static final String OF_SAME_FILE = "r.feed = ? AND r.sha256 = ? AND r.run_id <> ?";

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

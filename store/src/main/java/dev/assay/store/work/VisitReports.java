package dev.assay.store.work;

import static dev.assay.store.schema.Tables.ASSIGNMENT_REPORT;

import dev.assay.store.audit.Acting;
import dev.assay.store.time.UtcTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** What came back of visits: nothing of it is ever overwritten. */
public final class VisitReports {

    private final DSLContext dsl;

    /**
     * Reports over a database.
     *
     * @param dsl the database
     */
    public VisitReports(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * What came back of a visit.
     *
     * @param assignment its number
     * @return the reports, the one that stands first, then by when they came
     */
    public List<StoredReport> of(long assignment) {
        return dsl.selectFrom(ASSIGNMENT_REPORT)
                .where(ASSIGNMENT_REPORT.ASSIGNMENT_ID.eq(assignment))
                .orderBy(ASSIGNMENT_REPORT.STANDS.desc(), ASSIGNMENT_REPORT.REPORT_ID)
                .fetch(row -> new StoredReport(
                        row.get(ASSIGNMENT_REPORT.REPORT_ID),
                        row.get(ASSIGNMENT_REPORT.SEND_KEY),
                        row.get(ASSIGNMENT_REPORT.STANDS),
                        row.get(ASSIGNMENT_REPORT.CONTENT),
                        row.get(ASSIGNMENT_REPORT.ENTERED_BY),
                        UtcTime.instant(row.get(ASSIGNMENT_REPORT.ENTERED_AT))));
    }

    /**
     * What was sent under a key.
     *
     * @param assignment number of the assignment
     * @param sendKey the key
     * @return it, or empty if nothing was
     */
    public Optional<StoredReport> find(long assignment, String sendKey) {
        return of(assignment).stream()
                .filter(report -> report.sendKey().equals(sendKey))
                .findFirst();
    }

    /**
     * Keeps the report that becomes the fact.
     *
     * @param tx the transaction that enters the fact
     * @param assignment number of the assignment
     * @param sendKey its key
     * @param content JSON
     * @param acting who sent it
     */
    public static void keep(DSLContext tx, long assignment, String sendKey, String content, Acting acting) {
        insert(tx, assignment, sendKey, true, content, acting);
    }

    /**
     * Keeps a report beside the one that stands, and notes it. The same sent again is kept once.
     *
     * @param assignment number of the assignment
     * @param sendKey its key
     * @param content JSON
     * @param acting who sent it
     */
    public void keepBeside(long assignment, String sendKey, String content, Acting acting) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            if (insert(tx, assignment, sendKey, false, content, acting)) {
                Assignments.note(tx, Assignment.subject(assignment), "visit-reported-again", Map.of(), acting);
            }
        });
    }

    private static boolean insert(
            DSLContext tx, long assignment, String sendKey, boolean stands, String content, Acting acting) {
        return tx.insertInto(ASSIGNMENT_REPORT)
                        .set(ASSIGNMENT_REPORT.ASSIGNMENT_ID, assignment)
                        .set(ASSIGNMENT_REPORT.SEND_KEY, sendKey)
                        .set(ASSIGNMENT_REPORT.STANDS, stands)
                        .set(ASSIGNMENT_REPORT.CONTENT, content)
                        .set(ASSIGNMENT_REPORT.ENTERED_BY, acting.by())
                        .set(ASSIGNMENT_REPORT.ENTERED_AT, UtcTime.column(acting.at()))
                        .onDuplicateKeyIgnore()
                        .execute()
                > 0;
    }
}

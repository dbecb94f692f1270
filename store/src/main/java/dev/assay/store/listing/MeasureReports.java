package dev.assay.store.listing;

import static dev.assay.store.schema.Tables.MEASURE_REPORT;

import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What partners report that they did because of an entry: which measure, from when to when. */
public final class MeasureReports {

    private final DSLContext dsl;

    /**
     * Reports over a database.
     *
     * @param dsl the database
     */
    public MeasureReports(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A report.
     *
     * @param caseId the case
     * @param measure id of the measure in its catalogue
     * @param partner the account of who applies it
     * @param appliedOn the first day
     * @param liftedOn the last day; null while it is applied
     * @param note what else the partner says
     */
    public record Report(
            long caseId,
            String measure,
            String partner,
            LocalDate appliedOn,
            @Nullable LocalDate liftedOn,
            String note) {}

    /**
     * Takes a report down. A later one of the same partner, measure and first day takes the place of the earlier.
     *
     * @param report the report
     * @param at when
     */
    public void put(Report report, Instant at) {
        dsl.insertInto(MEASURE_REPORT)
                .set(MEASURE_REPORT.CASE_ID, report.caseId)
                .set(MEASURE_REPORT.MEASURE, report.measure)
                .set(MEASURE_REPORT.PARTNER, report.partner)
                .set(MEASURE_REPORT.APPLIED_ON, report.appliedOn)
                .set(MEASURE_REPORT.LIFTED_ON, report.liftedOn)
                .set(MEASURE_REPORT.NOTE, report.note)
                .set(MEASURE_REPORT.REPORTED_AT, UtcTime.column(at))
                .onDuplicateKeyUpdate()
                .set(MEASURE_REPORT.LIFTED_ON, report.liftedOn)
                .set(MEASURE_REPORT.NOTE, report.note)
                .set(MEASURE_REPORT.REPORTED_AT, UtcTime.column(at))
                .execute();
    }

    /**
     * The reports on an entry.
     *
     * @param caseId the case
     * @return them, by measure and partner
     */
    public List<Report> of(long caseId) {
        return dsl.selectFrom(MEASURE_REPORT)
                .where(MEASURE_REPORT.CASE_ID.eq(caseId))
                .orderBy(MEASURE_REPORT.MEASURE, MEASURE_REPORT.PARTNER, MEASURE_REPORT.APPLIED_ON)
                .fetch(row -> new Report(
                        row.get(MEASURE_REPORT.CASE_ID),
                        row.get(MEASURE_REPORT.MEASURE),
                        row.get(MEASURE_REPORT.PARTNER),
                        row.get(MEASURE_REPORT.APPLIED_ON),
                        row.get(MEASURE_REPORT.LIFTED_ON),
                        row.get(MEASURE_REPORT.NOTE)));
    }
}

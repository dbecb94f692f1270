package dev.assay.store.intake;

import static dev.assay.store.schema.Tables.QUARANTINE;
import static dev.assay.store.schema.Tables.STAGED_FACT;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;

/** Sends staged records to quarantine that turn out to be unusable only when they meet the store. */
final class Refusals {

    private static final int AT_A_TIME = 500;
    private static final int LONGEST_VALUE = 1000;

    private final DSLContext dsl;
    private final long runId;

    Refusals(DSLContext dsl, long runId) {
        this.dsl = dsl;
        this.runId = runId;
    }

    /** Refuses records whose business is not known or not the only one; says how many source rows that is. */
    long refuseMissed() {
        return refuse(dsl.fetch(MergeSql.MISSED, runId));
    }

    /** Refuses records of several rows whose number stood before; says how many source rows that is. */
    long refuseApart() {
        return refuse(dsl.fetch(MergeSql.APART, runId));
    }

    private long refuse(Result<Record> records) {
        long rows = 0;
        for (int from = 0; from < records.size(); from += AT_A_TIME) {
            var insert = dsl.insertInto(
                    QUARANTINE,
                    QUARANTINE.RUN_ID,
                    QUARANTINE.ENTRY_NO,
                    QUARANTINE.LINE,
                    QUARANTINE.VALUE,
                    QUARANTINE.REASON,
                    QUARANTINE.MESSAGE);
            List<Long> gone = new ArrayList<>();
            for (Record row : records.subList(from, Math.min(from + AT_A_TIME, records.size()))) {
                long line = row.get("line", Long.class);
                String value = row.get("value", String.class);
                Reason reason = Reason.of(row.get("found", Long.class));
                insert = insert.values(
                        runId,
                        (line + 1) * Staging.ENTRIES_PER_LINE - 1,
                        line,
                        value,
                        reason.code,
                        reason.message(value));
                for (long place = 0; place < Staging.FACTS_PER_LINE; place++) {
                    gone.add(line * Staging.FACTS_PER_LINE + place);
                }
                rows += row.get("source_rows", Long.class);
            }
            insert.execute();
            dsl.deleteFrom(STAGED_FACT)
                    .where(STAGED_FACT.RUN_ID.eq(runId))
                    .and(STAGED_FACT.FACT_NO.in(gone))
                    .execute();
        }
        return rows;
    }

    /** Why; the codes are those of the closed list in the module of the feeds. */
    private enum Reason {
        UNKNOWN(
                "business-unknown",
                "No such business is known",
                "Maybe import the licences first, then this file again."),
        AMBIGUOUS("business-ambiguous", "More than one business fits", "Maybe add the unified social credit code."),
        APART(
                "rows-not-together",
                "The rows of one record do not stand together",
                "Maybe sort the file by the record's number.");

        private final String code;
        private final String text;
        private final String remedy;

        Reason(String code, String text, String remedy) {
            this.code = code;
            this.text = text;
            this.remedy = remedy;
        }

        static Reason of(long found) {
            return found < 0 ? APART : found > 1 ? AMBIGUOUS : UNKNOWN;
        }

        String message(String value) {
            String shown = value.length() > LONGEST_VALUE / 2 ? value.substring(0, LONGEST_VALUE / 2) + "…" : value;
            return text + " (" + shown + ")." + System.lineSeparator() + remedy;
        }
    }
}

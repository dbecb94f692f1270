package dev.assay.store.intake;

import java.time.LocalDate;
import org.jooq.DSLContext;

/**
 * What persons' corrections and withdrawals mean for the merge of a file: a record that its feed tells again as before stays as the person
 * left it; one of which the feed tells something new takes the place of what was entered by hand.
 */
final class HandKeeping {

    private final DSLContext dsl;
    private final MergeRequest request;
    private final boolean any;

    HandKeeping(DSLContext dsl, MergeRequest request) {
        this.dsl = dsl;
        this.request = request;
        this.any = dsl.fetchOptional(HandSql.ANY, request.feed()).isPresent();
    }

    /** Behind the comparison with what stands; says for how many staged facts it noted an outcome. */
    int keep() {
        if (!any) {
            return 0;
        }
        LocalDate asAt = request.asAt();
        long run = request.runId();
        dsl.execute(HandSql.KEEP_CORRECTED, run, asAt);
        return dsl.execute(HandSql.KEEP_WITHDRAWN, asAt, request.feed(), run, asAt, asAt);
    }

    /** Behind the closing of what is superseded. */
    void noteOvertaken() {
        if (any) {
            dsl.execute(HandSql.NOTE_OVERTAKEN, request.runId());
        }
    }
}

package dev.assay.store.intake;

import java.time.LocalDateTime;
import org.jooq.DSLContext;

/** The records of a run that name their business by name: those that are told get it, those that a person decides are kept. */
final class StagedNames {

    private final DSLContext dsl;
    private final MergeRequest request;
    private final LocalDateTime recordedAt;
    private final boolean any;

    StagedNames(DSLContext dsl, MergeRequest request, LocalDateTime recordedAt) {
        this.dsl = dsl;
        this.request = request;
        this.recordedAt = recordedAt;
        this.any = dsl.fetchOptional(NameSql.ANY, request.runId()).isPresent();
    }

    /** Before businesses are added: persons' answers first, then what the resolver says. */
    void identify() {
        if (any) {
            dsl.execute(NameSql.ANSWER, request.feed(), request.runId());
            dsl.execute(NameSql.IDENTIFY, request.runId());
        }
    }

    /** When all that can be found is found: keeps back what a person decides or left out; says how many source rows that is. */
    long keepBack() {
        if (!any) {
            return 0;
        }
        long run = request.runId();
        dsl.execute(NameSql.ASK, request.feed(), recordedAt, run, request.feed());
        dsl.execute(NameSql.POINT_TO_QUESTION, request.feed(), run);
        dsl.execute(NameSql.DROP_HELD, request.feed(), request.sha256(), run);
        dsl.execute(NameSql.NOTE_KEPT, request.feed(), request.sha256(), run);
        dsl.execute(NameSql.HOLD, request.history(), run);
        long rows = dsl.fetchSingle(NameSql.COUNT_KEPT_BACK, run).get(0, Long.class);
        dsl.execute(NameSql.QUARANTINE, run);
        dsl.execute(NameSql.REMOVE_KEPT_BACK, run);
        return rows;
    }
}

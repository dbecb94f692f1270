package dev.assay.store.plan;

import static dev.assay.store.schema.Tables.PLAN_STANDING;

import dev.assay.store.audit.Acting;
import dev.assay.store.time.UtcTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** What plans are made on: it rises when a plan of the division and year is approved, put in force or withdrawn, and when visits of one are handed out. */
final class PlanStandings {

    private PlanStandings() {}

    static String name(String division) {
        return division.isEmpty() ? "all divisions" : division;
    }

    /**
     * Refuses a plan that was made on what another has changed since.
     *
     * @throws PlanMovedException saying who changed it and when
     */
    static void requireUnchanged(DSLContext tx, StoredPlan plan) {
        Optional<Record> row = read(tx, plan);
        if (row.isPresent()
                && row.get().get(PLAN_STANDING.REVISION) != plan.basis().standing()) {
            Record changed = row.get();
            throw new PlanMovedException(
                    "The plan (%d) does not know that plan %d %s by %s at %s UTC, after it was made. Nothing was changed.%nMaybe plan again: that takes what happened into account."
                            .formatted(
                                    plan.id(),
                                    changed.get(PLAN_STANDING.PLAN_ID),
                                    word(changed.get(PLAN_STANDING.ACT)),
                                    changed.get(PLAN_STANDING.CHANGED_BY),
                                    changed.get(PLAN_STANDING.CHANGED_AT)
                                            .withNano(0)
                                            .toString()
                                            .replace('T', ' ')));
        }
    }

    private static String word(String act) {
        return switch (act) {
            case "plan-approved" -> "was approved";
            case "plan-in-force" -> "was put in force";
            case "plan-withdrawn" -> "was withdrawn";
            default -> "was handed out from";
        };
    }

    private static Optional<Record> read(DSLContext tx, StoredPlan plan) {
        return tx.select(PLAN_STANDING.fields())
                .from(PLAN_STANDING)
                .where(PLAN_STANDING.DIVISION.eq(plan.basis().division()))
                .and(PLAN_STANDING.PLAN_YEAR.eq(plan.basis().year()))
                .forUpdate()
                .fetchOptional()
                .map(row -> row);
    }

    /** Lets it rise, and gives its new revision. */
    static int rise(DSLContext tx, StoredPlan plan, String act, Acting acting) {
        int next = read(tx, plan).map(row -> row.get(PLAN_STANDING.REVISION)).orElse(0) + 1;
        tx.insertInto(PLAN_STANDING)
                .set(PLAN_STANDING.DIVISION, plan.basis().division())
                .set(PLAN_STANDING.PLAN_YEAR, plan.basis().year())
                .set(PLAN_STANDING.REVISION, next)
                .set(PLAN_STANDING.CHANGED_BY, acting.by())
                .set(PLAN_STANDING.CHANGED_AT, UtcTime.column(acting.at()))
                .set(PLAN_STANDING.ACT, act)
                .set(PLAN_STANDING.PLAN_ID, plan.id())
                .onDuplicateKeyUpdate()
                .set(PLAN_STANDING.REVISION, next)
                .set(PLAN_STANDING.CHANGED_BY, acting.by())
                .set(PLAN_STANDING.CHANGED_AT, UtcTime.column(acting.at()))
                .set(PLAN_STANDING.ACT, act)
                .set(PLAN_STANDING.PLAN_ID, plan.id())
                .execute();
        return next;
    }
}

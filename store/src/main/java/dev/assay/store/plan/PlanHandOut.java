package dev.assay.store.plan;

import static dev.assay.store.schema.Tables.INSPECTION_PLAN;
import static dev.assay.store.schema.Tables.PLANNED_VISIT;

import dev.assay.store.audit.Acting;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.plan.StoredPlan.State;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignments;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record2;

/** Hands visits of a plan in force out, and notes with the plan as what. */
public final class PlanHandOut {

    private final DSLContext dsl;

    /**
     * Hand-outs over a database.
     *
     * @param dsl the database
     */
    public PlanHandOut(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Hands visits out, all or none. Plans that were made before do not know of it, and cannot be put in force any more.
     *
     * @param plan the plan as it was seen
     * @param visits the visits by their number within the plan
     * @param acting who
     * @return numbers of the assignments, in the order of the visits' numbers
     * @throws PlanMovedException if the plan is not in force any more
     * @throws dev.assay.store.work.HandedOutException if one of them was handed out already
     */
    public List<Long> handOut(StoredPlan plan, Map<Integer, Assignment.Visit> visits, Acting acting) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            AuditLog.await(tx);
            Record2<String, Integer> now = tx.select(INSPECTION_PLAN.STATE, INSPECTION_PLAN.REVISION)
                    .from(INSPECTION_PLAN)
                    .where(INSPECTION_PLAN.PLAN_ID.eq(plan.id()))
                    .forUpdate()
                    .fetchSingle();
            if (!now.value1().equals(State.IN_FORCE.name()) || now.value2() != plan.revision()) {
                throw new PlanMovedException(
                        "The plan (%d) is %s, and nothing is handed out from it.%nMaybe look for the plan that is in force."
                                .formatted(plan.id(), now.value1()));
            }
            Map<Integer, Assignment.Visit> ordered = new TreeMap<>(visits);
            List<Long> ids = Assignments.handOut(tx, List.copyOf(ordered.values()), acting);
            int place = 0;
            for (int number : ordered.keySet()) {
                tx.update(PLANNED_VISIT)
                        .set(PLANNED_VISIT.ASSIGNMENT_ID, ids.get(place++))
                        .where(PLANNED_VISIT.PLAN_ID.eq(plan.id()))
                        .and(PLANNED_VISIT.VISIT_NO.eq(number))
                        .execute();
            }
            PlanStandings.rise(tx, plan, "visits-handed-out", acting);
            return ids;
        });
    }
}

package dev.assay.store.plan;

import static dev.assay.store.schema.Tables.ASSIGNMENT;
import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.PLANNED_VISIT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.when;

import dev.assay.core.planning.Visit.Pair;
import dev.assay.core.work.WorkState;
import dev.assay.store.register.Within;
import dev.assay.store.work.Assignment.Origin;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How many visits of a plan there are, where, and how far they have come. */
public final class PlanCounts {

    private final DSLContext dsl;

    /**
     * Counts over a database.
     *
     * @param dsl the database
     */
    public PlanCounts(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A pair's day.
     *
     * @param day the day
     * @param pair who goes
     * @param planned visits that are planned
     * @param handedOut how many of them are handed out, made or not
     * @param made how many of them were made
     */
    public record PairDay(LocalDate day, Pair pair, int planned, int handedOut, int made) {}

    /**
     * The pairs' days of a plan.
     *
     * @param plan its number
     * @return them, by day and pair
     */
    public List<PairDay> days(int plan) {
        Condition made = ASSIGNMENT.STATE.eq(WorkState.DONE.name());
        return dsl.select(
                        PLANNED_VISIT.DAY,
                        PLANNED_VISIT.ONE,
                        PLANNED_VISIT.OTHER,
                        count(),
                        count(ASSIGNMENT.ASSIGNMENT_ID),
                        count(when(made, 1)))
                .from(PLANNED_VISIT)
                .leftJoin(ASSIGNMENT)
                .on(ASSIGNMENT
                        .ASSIGNMENT_ID
                        .eq(PLANNED_VISIT.ASSIGNMENT_ID)
                        .and(ASSIGNMENT.STATE.ne(WorkState.WITHDRAWN.name())))
                .where(PLANNED_VISIT.PLAN_ID.eq(plan))
                .and(PLANNED_VISIT.DAY.isNotNull())
                .groupBy(PLANNED_VISIT.DAY, PLANNED_VISIT.ONE, PLANNED_VISIT.OTHER)
                .orderBy(PLANNED_VISIT.DAY, PLANNED_VISIT.ONE, PLANNED_VISIT.OTHER)
                .fetch(row -> new PairDay(
                        row.value1(), new Pair(row.value2(), row.value3()), row.value4(), row.value5(), row.value6()));
    }

    /**
     * Visits with a reason.
     *
     * @param reason why they are left out or moved
     * @param grade their grade; null for all
     * @param visits how many
     */
    public record Reasoned(String reason, @Nullable String grade, int visits) {}

    /**
     * Why visits are left out.
     *
     * @param plan the plan's number
     * @return reasons and grades, the most frequent first
     */
    public List<Reasoned> leftOut(int plan) {
        return dsl.select(PLANNED_VISIT.WHY, PLANNED_VISIT.GRADE, count())
                .from(PLANNED_VISIT)
                .where(PLANNED_VISIT.PLAN_ID.eq(plan))
                .and(PLANNED_VISIT.WHY.isNotNull())
                .groupBy(PLANNED_VISIT.WHY, PLANNED_VISIT.GRADE)
                .orderBy(count().desc(), PLANNED_VISIT.WHY, PLANNED_VISIT.GRADE)
                .fetch(row -> new Reasoned(row.value1(), row.value2(), row.value3()));
    }

    /**
     * Why visits have another day or pair than in the plan before.
     *
     * @param plan the plan's number
     * @return reasons, the most frequent first
     */
    public List<Reasoned> moved(int plan) {
        return dsl.select(PLANNED_VISIT.MOVED, count())
                .from(PLANNED_VISIT)
                .where(PLANNED_VISIT.PLAN_ID.eq(plan))
                .and(PLANNED_VISIT.MOVED.isNotNull())
                .groupBy(PLANNED_VISIT.MOVED)
                .orderBy(count().desc(), PLANNED_VISIT.MOVED)
                .fetch(row -> new Reasoned(row.value1(), null, row.value2()));
    }

    /**
     * Visits on leads, which stand beside every plan.
     *
     * @param from visits whose span ends on this day or after it
     * @param to visits whose span begins on this day or before it
     * @param division beginning of the codes of the businesses' divisions; empty for all
     * @return how many were handed out and not taken back
     */
    public int leads(LocalDate from, LocalDate to, String division) {
        return dsl.selectCount()
                .from(ASSIGNMENT)
                .leftJoin(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(ASSIGNMENT.BUSINESS_KEY))
                .where(ASSIGNMENT.ORIGIN.eq(Origin.LEAD.name()))
                .and(ASSIGNMENT.STATE.ne(WorkState.WITHDRAWN.name()))
                .and(ASSIGNMENT.TO_DAY.ge(from))
                .and(ASSIGNMENT.FROM_DAY.le(to))
                .and(Within.divisions(BUSINESS.DIVISION, division.isEmpty() ? List.of() : List.of(division)))
                .fetchSingle()
                .value1();
    }
}

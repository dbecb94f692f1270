package dev.assay.store.plan;

import static dev.assay.store.schema.Tables.ASSIGNMENT;
import static dev.assay.store.schema.Tables.PLANNED_VISIT;
import static dev.assay.store.schema.Tables.PLAN_GRADE;
import static dev.assay.store.schema.Tables.PLAN_INSPECTOR;
import static dev.assay.store.schema.Tables.PLAN_MEASURE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import dev.assay.core.planning.Refusals.LeftOut;
import dev.assay.core.planning.Refusals.Moved;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.planning.Visit.Pair;
import dev.assay.core.planning.Visit.Reason;
import dev.assay.core.work.WorkState;
import dev.assay.store.plan.PlanParts.Grade;
import dev.assay.store.plan.PlanParts.Measure;
import dev.assay.store.plan.PlanQuery.Part;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** The visits of plans. */
public final class PlanRows {

    private static final int AT_ONCE = 500;

    private static final List<Field<?>> COLUMNS = List.of(
            PLANNED_VISIT.PLAN_ID,
            PLANNED_VISIT.VISIT_NO,
            PLANNED_VISIT.BUSINESS,
            PLANNED_VISIT.SUBJECT,
            PLANNED_VISIT.ALSO,
            PLANNED_VISIT.NAME,
            PLANNED_VISIT.PLACE,
            PLANNED_VISIT.DIVISION,
            PLANNED_VISIT.SECTOR,
            PLANNED_VISIT.GRADE,
            PLANNED_VISIT.REASON,
            PLANNED_VISIT.WEIGHT,
            PLANNED_VISIT.SKILL,
            PLANNED_VISIT.DUE,
            PLANNED_VISIT.LAW_DAY,
            PLANNED_VISIT.DAY,
            PLANNED_VISIT.ONE,
            PLANNED_VISIT.OTHER,
            PLANNED_VISIT.WHY,
            PLANNED_VISIT.BROKEN_FLOOR,
            PLANNED_VISIT.OLD_DAY,
            PLANNED_VISIT.OLD_ONE,
            PLANNED_VISIT.OLD_OTHER,
            PLANNED_VISIT.MOVED,
            PLANNED_VISIT.ASSIGNMENT_ID);

    private final DSLContext dsl;

    /**
     * Visits over a database.
     *
     * @param dsl the database
     */
    public PlanRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    static void insert(DSLContext tx, int plan, List<PlanRow> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            InsertValuesStepN<?> insert = tx.insertInto(PLANNED_VISIT, COLUMNS);
            for (PlanRow row : rows.subList(from, Math.min(rows.size(), from + AT_ONCE))) {
                insert = insert.values(cells(plan, row));
            }
            insert.execute();
        }
    }

    private static @Nullable Object[] cells(int plan, PlanRow row) {
        Kept slot = row.slot();
        Kept old = row.old();
        return new @Nullable Object[] {
            plan,
            row.no(),
            row.what().business(),
            row.what().subject(),
            String.join("\n", row.what().also()),
            row.what().name(),
            row.what().place(),
            row.what().division(),
            row.what().sector(),
            row.what().grade(),
            row.reason().name(),
            row.weight(),
            row.skill(),
            row.due(),
            row.floor(),
            slot == null ? null : slot.day(),
            slot == null ? null : slot.pair().first(),
            slot == null ? null : slot.pair().second(),
            row.why() == null ? null : row.why().name(),
            row.brokenFloor(),
            old == null ? null : old.day(),
            old == null ? null : old.pair().first(),
            old == null ? null : old.pair().second(),
            row.moved() == null ? null : row.moved().name(),
            row.assignment()
        };
    }

    static void insert(DSLContext tx, int plan, PlanParts parts) {
        for (Grade grade : parts.grades()) {
            tx.insertInto(PLAN_GRADE)
                    .set(PLAN_GRADE.PLAN_ID, plan)
                    .set(PLAN_GRADE.GRADE, grade.grade())
                    .set(PLAN_GRADE.WEIGHT, grade.weight())
                    .set(PLAN_GRADE.WANTED, grade.wanted())
                    .set(PLAN_GRADE.LEFT_OUT, grade.leftOut())
                    .set(PLAN_GRADE.BROUGHT, grade.brought())
                    .execute();
        }
        int place = 0;
        for (Measure measure : parts.measures()) {
            tx.insertInto(PLAN_MEASURE)
                    .set(PLAN_MEASURE.PLAN_ID, plan)
                    .set(PLAN_MEASURE.PLACE, place++)
                    .set(PLAN_MEASURE.MEASURE, measure.name())
                    .set(PLAN_MEASURE.IS_HARD, measure.isHard())
                    .set(PLAN_MEASURE.AMOUNT, measure.amount())
                    .set(PLAN_MEASURE.COST, measure.cost())
                    .set(PLAN_MEASURE.BY_LIST, measure.byList())
                    .set(PLAN_MEASURE.LIST_COST, measure.listCost())
                    .execute();
        }
        parts.inspectors()
                .forEach((number, name) -> tx.insertInto(PLAN_INSPECTOR)
                        .set(PLAN_INSPECTOR.PLAN_ID, plan)
                        .set(PLAN_INSPECTOR.INSPECTOR, number)
                        .set(PLAN_INSPECTOR.NAME, name)
                        .execute());
    }

    /**
     * What a plan holds beside its visits.
     *
     * @param plan its number
     * @return grades with the heaviest first, measures in their order, names
     */
    public PlanParts parts(int plan) {
        return new PlanParts(
                dsl.selectFrom(PLAN_GRADE)
                        .where(PLAN_GRADE.PLAN_ID.eq(plan))
                        .orderBy(PLAN_GRADE.WEIGHT.desc(), PLAN_GRADE.GRADE)
                        .fetch(row -> new Grade(
                                row.get(PLAN_GRADE.GRADE),
                                row.get(PLAN_GRADE.WEIGHT),
                                row.get(PLAN_GRADE.WANTED),
                                row.get(PLAN_GRADE.LEFT_OUT),
                                row.get(PLAN_GRADE.BROUGHT))),
                dsl.selectFrom(PLAN_MEASURE)
                        .where(PLAN_MEASURE.PLAN_ID.eq(plan))
                        .orderBy(PLAN_MEASURE.PLACE)
                        .fetch(row -> new Measure(
                                row.get(PLAN_MEASURE.MEASURE),
                                row.get(PLAN_MEASURE.IS_HARD),
                                row.get(PLAN_MEASURE.AMOUNT),
                                row.get(PLAN_MEASURE.COST),
                                row.get(PLAN_MEASURE.BY_LIST),
                                row.get(PLAN_MEASURE.LIST_COST))),
                dsl.selectFrom(PLAN_INSPECTOR)
                        .where(PLAN_INSPECTOR.PLAN_ID.eq(plan))
                        .fetchMap(PLAN_INSPECTOR.INSPECTOR, PLAN_INSPECTOR.NAME));
    }

    /**
     * Visits of a plan.
     *
     * @param plan its number
     * @param query which
     * @param offset how many to leave out, at least 0
     * @param limit the most to give
     * @return them, by day and pair; what is left out comes last, the heaviest first
     */
    public List<PlanVisit> find(int plan, PlanQuery query, int offset, int limit) {
        return fetch(condition(plan, query), offset, limit);
    }

    /**
     * Visits of a plan behind one of them, in the order of {@link #find}: no visit comes twice and none is passed over, whatever becomes of others
     * in between.
     *
     * @param plan its number
     * @param query which
     * @param last number of a visit of the plan; null from the beginning
     * @param limit the most to give
     * @return them
     */
    public List<PlanVisit> after(int plan, PlanQuery query, @Nullable Integer last, int limit) {
        Condition wanted = condition(plan, query);
        return fetch(last == null ? wanted : wanted.and(beyond(plan, last)), 0, limit);
    }

    private Condition beyond(int plan, int last) {
        Record at = dsl.select(PLANNED_VISIT.DAY, PLANNED_VISIT.ONE, PLANNED_VISIT.OTHER, PLANNED_VISIT.WEIGHT)
                .from(PLANNED_VISIT)
                .where(PLANNED_VISIT.PLAN_ID.eq(plan))
                .and(PLANNED_VISIT.VISIT_NO.eq(last))
                .fetchSingle();
        long weight = at.get(PLANNED_VISIT.WEIGHT);
        Condition lighter = PLANNED_VISIT
                .WEIGHT
                .lt(weight)
                .or(PLANNED_VISIT.WEIGHT.eq(weight).and(PLANNED_VISIT.VISIT_NO.gt(last)));
        @Nullable LocalDate day = at.get(PLANNED_VISIT.DAY);
        if (day == null) {
            return PLANNED_VISIT.DAY.isNull().and(lighter);
        }
        String one = at.get(PLANNED_VISIT.ONE);
        String other = at.get(PLANNED_VISIT.OTHER);
        var slot = row(PLANNED_VISIT.DAY, PLANNED_VISIT.ONE, PLANNED_VISIT.OTHER);
        return PLANNED_VISIT
                .DAY
                .isNull()
                .or(slot.gt(day, one, other))
                .or(slot.eq(day, one, other).and(lighter));
    }

    private List<PlanVisit> fetch(Condition wanted, int offset, int limit) {
        Result<? extends Record> rows = dsl.select(PLANNED_VISIT.fields())
                .select(ASSIGNMENT.STATE, ASSIGNMENT.RESULT_DAY)
                .from(PLANNED_VISIT)
                .leftJoin(ASSIGNMENT)
                .on(ASSIGNMENT
                        .ASSIGNMENT_ID
                        .eq(PLANNED_VISIT.ASSIGNMENT_ID)
                        .and(ASSIGNMENT.STATE.ne(WorkState.WITHDRAWN.name())))
                .where(wanted)
                .orderBy(
                        PLANNED_VISIT.DAY.isNull(),
                        PLANNED_VISIT.DAY,
                        PLANNED_VISIT.ONE,
                        PLANNED_VISIT.OTHER,
                        PLANNED_VISIT.WEIGHT.desc(),
                        PLANNED_VISIT.VISIT_NO)
                .limit(offset, limit)
                .fetch();
        return rows.map(PlanRows::visit);
    }

    /**
     * How many there are.
     *
     * @param plan the plan's number
     * @param query which
     * @return how many
     */
    public int count(int plan, PlanQuery query) {
        return dsl.selectCount()
                .from(PLANNED_VISIT)
                .leftJoin(ASSIGNMENT)
                .on(ASSIGNMENT
                        .ASSIGNMENT_ID
                        .eq(PLANNED_VISIT.ASSIGNMENT_ID)
                        .and(ASSIGNMENT.STATE.ne(WorkState.WITHDRAWN.name())))
                .where(condition(plan, query))
                .fetchSingle()
                .value1();
    }

    private static Condition condition(int plan, PlanQuery query) {
        Condition wanted = PLANNED_VISIT.PLAN_ID.eq(plan).and(part(query.part()));
        LocalDate from = query.from();
        LocalDate to = query.to();
        if (from != null) {
            wanted = wanted.and(PLANNED_VISIT.DAY.ge(from));
        }
        if (to != null) {
            wanted = wanted.and(PLANNED_VISIT.DAY.le(to));
        }
        wanted = wanted.and(goes(query.inspector())).and(goes(query.partner()));
        String grade = query.grade();
        if (grade != null) {
            wanted = wanted.and(PLANNED_VISIT.GRADE.eq(grade));
        }
        String reason = query.reason();
        if (reason != null) {
            wanted = wanted.and(PLANNED_VISIT
                    .REASON
                    .eq(reason)
                    .or(PLANNED_VISIT.WHY.eq(reason))
                    .or(PLANNED_VISIT.MOVED.eq(reason)));
        }
        return wanted;
    }

    private static Condition goes(@Nullable String inspector) {
        return inspector == null
                ? noCondition()
                : PLANNED_VISIT.ONE.eq(inspector).or(PLANNED_VISIT.OTHER.eq(inspector));
    }

    private static Condition part(Part part) {
        return switch (part) {
            case ALL -> noCondition();
            case PLANNED -> PLANNED_VISIT.DAY.isNotNull();
            case LEFT_OUT -> PLANNED_VISIT.DAY.isNull();
            case MOVED -> PLANNED_VISIT.MOVED.isNotNull();
            case BROKEN -> PLANNED_VISIT.BROKEN_FLOOR.isTrue();
            case HANDED_OUT -> ASSIGNMENT.STATE.isNotNull();
            case MADE -> ASSIGNMENT.STATE.eq(WorkState.DONE.name());
        };
    }

    private static PlanVisit visit(Record row) {
        @Nullable String state = row.get(ASSIGNMENT.STATE);
        @Nullable String why = row.get(PLANNED_VISIT.WHY);
        @Nullable String moved = row.get(PLANNED_VISIT.MOVED);
        return new PlanVisit(
                new PlanRow(
                        row.get(PLANNED_VISIT.VISIT_NO),
                        new PlanRow.Whom(
                                row.get(PLANNED_VISIT.BUSINESS),
                                row.get(PLANNED_VISIT.SUBJECT),
                                row.get(PLANNED_VISIT.ALSO).lines().toList(),
                                row.get(PLANNED_VISIT.NAME),
                                row.get(PLANNED_VISIT.PLACE),
                                row.get(PLANNED_VISIT.DIVISION),
                                row.get(PLANNED_VISIT.SECTOR),
                                row.get(PLANNED_VISIT.GRADE)),
                        Reason.valueOf(row.get(PLANNED_VISIT.REASON)),
                        row.get(PLANNED_VISIT.WEIGHT),
                        row.get(PLANNED_VISIT.SKILL),
                        row.get(PLANNED_VISIT.DUE),
                        row.get(PLANNED_VISIT.LAW_DAY),
                        kept(row.get(PLANNED_VISIT.DAY), row.get(PLANNED_VISIT.ONE), row.get(PLANNED_VISIT.OTHER)),
                        why == null ? null : LeftOut.valueOf(why),
                        row.get(PLANNED_VISIT.BROKEN_FLOOR),
                        kept(
                                row.get(PLANNED_VISIT.OLD_DAY),
                                row.get(PLANNED_VISIT.OLD_ONE),
                                row.get(PLANNED_VISIT.OLD_OTHER)),
                        moved == null ? null : Moved.valueOf(moved),
                        row.get(PLANNED_VISIT.ASSIGNMENT_ID)),
                state == null ? null : WorkState.valueOf(state),
                row.get(ASSIGNMENT.RESULT_DAY));
    }

    private static @Nullable Kept kept(@Nullable LocalDate day, @Nullable String one, @Nullable String other) {
        return day == null || one == null || other == null ? null : new Kept(day, new Pair(one, other));
    }
}

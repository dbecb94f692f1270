package dev.assay.store.work;

import static dev.assay.store.schema.Tables.ASSIGNMENT;
import static dev.assay.store.schema.Tables.ASSIGNMENT_INSPECTOR;
import static dev.assay.store.schema.Tables.BUSINESS;
import static org.jooq.impl.DSL.select;

import dev.assay.core.identity.Identity;
import dev.assay.core.time.Deadline;
import dev.assay.core.work.Obstacle;
import dev.assay.core.work.VisitWay;
import dev.assay.core.work.WorkState;
import dev.assay.store.register.Within;
import dev.assay.store.time.UtcTime;
import dev.assay.store.work.Assignment.End;
import dev.assay.store.work.Assignment.Goer;
import dev.assay.store.work.Assignment.Origin;
import dev.assay.store.work.Assignment.Source;
import dev.assay.store.work.Assignment.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Rows of the table of assignments, with the business as it is now. */
final class AssignmentRows {

    private AssignmentRows() {}

    static Condition condition(AssignmentQuery query) {
        Condition wanted = Within.divisions(BUSINESS.DIVISION, query.divisions());
        LocalDate from = query.from();
        LocalDate to = query.to();
        String inspector = query.inspector();
        if (from != null) {
            wanted = wanted.and(ASSIGNMENT.TO_DAY.ge(from));
        }
        if (to != null) {
            wanted = wanted.and(ASSIGNMENT.FROM_DAY.le(to));
        }
        if (inspector != null) {
            wanted = wanted.and(ASSIGNMENT.ASSIGNMENT_ID.in(select(ASSIGNMENT_INSPECTOR.ASSIGNMENT_ID)
                    .from(ASSIGNMENT_INSPECTOR)
                    .where(ASSIGNMENT_INSPECTOR.INSPECTOR.eq(inspector))));
        }
        if (!query.states().isEmpty()) {
            wanted = wanted.and(ASSIGNMENT.STATE.in(
                    query.states().stream().map(WorkState::name).toList()));
        }
        return query.isPending()
                ? wanted.and(ASSIGNMENT
                        .STATE
                        .ne(WorkState.DONE.name())
                        .or(ASSIGNMENT.PUBLISH_BY.isNotNull().and(ASSIGNMENT.PUBLISHED_ON.isNull())))
                : wanted;
    }

    /** Numbers of assignments behind the last one, in their order. */
    static List<Long> after(DSLContext dsl, AssignmentQuery query, @Nullable Long last, int limit) {
        Condition wanted = condition(query);
        if (last != null) {
            LocalDate day = dsl.select(ASSIGNMENT.TO_DAY)
                    .from(ASSIGNMENT)
                    .where(ASSIGNMENT.ASSIGNMENT_ID.eq(last))
                    .fetchSingle()
                    .value1();
            wanted = wanted.and(
                    ASSIGNMENT.TO_DAY.gt(day).or(ASSIGNMENT.TO_DAY.eq(day).and(ASSIGNMENT.ASSIGNMENT_ID.gt(last))));
        }
        return dsl.select(ASSIGNMENT.ASSIGNMENT_ID)
                .from(ASSIGNMENT)
                .leftJoin(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(ASSIGNMENT.BUSINESS_KEY))
                .where(wanted)
                .orderBy(ASSIGNMENT.TO_DAY, ASSIGNMENT.ASSIGNMENT_ID)
                .limit(limit)
                .fetch(ASSIGNMENT.ASSIGNMENT_ID);
    }

    static List<Assignment> fetch(DSLContext dsl, Condition wanted) {
        List<Record> rows = List.copyOf(dsl.select(ASSIGNMENT.fields())
                .select(BUSINESS.NAME, BUSINESS.DIVISION, BUSINESS.ADDRESS)
                .from(ASSIGNMENT)
                .leftJoin(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(ASSIGNMENT.BUSINESS_KEY))
                .where(wanted)
                .orderBy(ASSIGNMENT.TO_DAY, ASSIGNMENT.ASSIGNMENT_ID)
                .fetch());
        Map<Long, List<Goer>> goers = new HashMap<>();
        dsl.select(ASSIGNMENT_INSPECTOR.fields())
                .from(ASSIGNMENT_INSPECTOR)
                .join(ASSIGNMENT)
                .on(ASSIGNMENT.ASSIGNMENT_ID.eq(ASSIGNMENT_INSPECTOR.ASSIGNMENT_ID))
                .leftJoin(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(ASSIGNMENT.BUSINESS_KEY))
                .where(wanted)
                .orderBy(ASSIGNMENT_INSPECTOR.INSPECTOR)
                .forEach(row -> goers.computeIfAbsent(
                                row.get(ASSIGNMENT_INSPECTOR.ASSIGNMENT_ID), _ -> new ArrayList<>())
                        .add(new Goer(row.get(ASSIGNMENT_INSPECTOR.INSPECTOR), row.get(ASSIGNMENT_INSPECTOR.NAME))));
        return rows.stream()
                .map(row -> assignment(
                        row, goers.getOrDefault(row.get(ASSIGNMENT.ASSIGNMENT_ID), List.of(new Goer("?", "?")))))
                .toList();
    }

    private static Assignment assignment(Record row, List<Goer> goers) {
        String reasons = row.get(ASSIGNMENT.REASONS);
        Visit visit = new Visit(
                row.get(ASSIGNMENT.BUSINESS_KEY),
                Identity.parse(row.get(ASSIGNMENT.BUSINESS)),
                row.get(ASSIGNMENT.SECTOR),
                row.get(ASSIGNMENT.FROM_DAY),
                row.get(ASSIGNMENT.TO_DAY),
                VisitWay.valueOf(row.get(ASSIGNMENT.WAY)),
                reasons.isEmpty() ? List.of() : List.of(reasons.split(",", -1)),
                new Source(
                        Origin.valueOf(row.get(ASSIGNMENT.ORIGIN)),
                        row.get(ASSIGNMENT.ORIGIN_NO),
                        row.get(ASSIGNMENT.HANDED_KEY),
                        row.get(ASSIGNMENT.LEAD_TEXT)),
                goers);
        return new Assignment(
                row.get(ASSIGNMENT.ASSIGNMENT_ID),
                visit,
                row.get(BUSINESS.NAME),
                row.get(BUSINESS.DIVISION),
                row.get(BUSINESS.ADDRESS),
                WorkState.valueOf(row.get(ASSIGNMENT.STATE)),
                row.get(ASSIGNMENT.REVISION),
                row.get(ASSIGNMENT.HANDED_BY),
                UtcTime.instant(row.get(ASSIGNMENT.HANDED_AT)),
                end(row));
    }

    private static End end(Record row) {
        @Nullable String obstacle = row.get(ASSIGNMENT.OBSTACLE);
        @Nullable LocalDate publishBy = row.get(ASSIGNMENT.PUBLISH_BY);
        return new End(
                obstacle == null ? null : Obstacle.valueOf(obstacle),
                row.get(ASSIGNMENT.REASON),
                row.get(ASSIGNMENT.RESULT_DAY),
                publishBy == null
                        ? null
                        : new Deadline(publishBy, Boolean.TRUE.equals(row.get(ASSIGNMENT.PUBLISH_MOVES))),
                row.get(ASSIGNMENT.FACT_ID),
                row.get(ASSIGNMENT.PUBLISHED_ON));
    }
}

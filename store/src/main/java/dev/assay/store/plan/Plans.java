package dev.assay.store.plan;

import static dev.assay.store.schema.Tables.INSPECTION_PLAN;
import static dev.assay.store.schema.Tables.PLAN_STANDING;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.core.fact.Values;
import dev.assay.store.audit.Acting;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.plan.StoredPlan.Basis;
import dev.assay.store.plan.StoredPlan.State;
import dev.assay.store.time.UtcTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * The plans and where they stand. Every move is one transaction: it is made only if nobody moved the plan, nor what it was made on, and it is noted
 * in the audit log.
 */
public final class Plans {

    private final DSLContext dsl;

    /**
     * Plans over a database.
     *
     * @param dsl the database
     */
    public Plans(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A plan by number.
     *
     * @param id the number
     * @return it, or empty if there is none
     */
    public Optional<StoredPlan> find(int id) {
        return fetch(dsl, INSPECTION_PLAN.PLAN_ID.eq(id)).stream().findFirst();
    }

    /**
     * All plans.
     *
     * @return them, newest first
     */
    public List<StoredPlan> all() {
        return fetch(dsl, noCondition());
    }

    private static List<StoredPlan> fetch(DSLContext dsl, Condition wanted) {
        return dsl.selectFrom(INSPECTION_PLAN)
                .where(wanted)
                .orderBy(INSPECTION_PLAN.PLAN_ID.desc())
                .fetch(Plans::plan);
    }

    private static StoredPlan plan(Record row) {
        return new StoredPlan(
                row.get(INSPECTION_PLAN.PLAN_ID),
                new Basis(
                        row.get(INSPECTION_PLAN.RULES),
                        row.get(INSPECTION_PLAN.RULES_DIGEST),
                        row.get(INSPECTION_PLAN.DIVISION),
                        row.get(INSPECTION_PLAN.PLAN_YEAR),
                        row.get(INSPECTION_PLAN.AS_OF),
                        row.get(INSPECTION_PLAN.FROM_DAY),
                        row.get(INSPECTION_PLAN.AFTER_PLAN),
                        row.get(INSPECTION_PLAN.STANDING)),
                new StoredPlan.Counts(
                        row.get(INSPECTION_PLAN.WANTED),
                        row.get(INSPECTION_PLAN.LEFT_OUT),
                        row.get(INSPECTION_PLAN.BROKEN_FLOORS),
                        row.get(INSPECTION_PLAN.CLOSED),
                        row.get(INSPECTION_PLAN.NO_DIVISION),
                        row.get(INSPECTION_PLAN.GONE)),
                State.valueOf(row.get(INSPECTION_PLAN.STATE)),
                row.get(INSPECTION_PLAN.REVISION),
                row.get(INSPECTION_PLAN.MADE_BY),
                UtcTime.instant(row.get(INSPECTION_PLAN.MADE_AT)),
                row.get(INSPECTION_PLAN.APPROVED_BY),
                instant(row.get(INSPECTION_PLAN.APPROVED_AT)),
                instant(row.get(INSPECTION_PLAN.IN_FORCE_AT)),
                instant(row.get(INSPECTION_PLAN.ENDED_AT)),
                row.get(INSPECTION_PLAN.REASON));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : UtcTime.instant(utc);
    }

    /**
     * The revision of what plans of a division and year are made on.
     *
     * @param division beginning of the codes; empty for all
     * @param year the year
     * @return it; 0 before the first plan was approved
     */
    public int standing(String division, int year) {
        return dsl.select(PLAN_STANDING.REVISION)
                .from(PLAN_STANDING)
                .where(PLAN_STANDING.DIVISION.eq(division))
                .and(PLAN_STANDING.PLAN_YEAR.eq(year))
                .fetchOptional(PLAN_STANDING.REVISION)
                .orElse(0);
    }

    /**
     * Keeps a plan as a draft.
     *
     * @param basis what it was made by
     * @param counts how much is in it
     * @param rows its visits, by number
     * @param parts what else it holds
     * @param acting who made it
     * @return the store's number of it
     */
    public int keep(Basis basis, StoredPlan.Counts counts, List<PlanRow> rows, PlanParts parts, Acting acting) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.insertInto(INSPECTION_PLAN)
                    .set(INSPECTION_PLAN.RULES, basis.rules())
                    .set(INSPECTION_PLAN.RULES_DIGEST, basis.rulesDigest())
                    .set(INSPECTION_PLAN.DIVISION, basis.division())
                    .set(INSPECTION_PLAN.PLAN_YEAR, basis.year())
                    .set(INSPECTION_PLAN.AS_OF, basis.asOf())
                    .set(INSPECTION_PLAN.FROM_DAY, basis.from())
                    .set(INSPECTION_PLAN.AFTER_PLAN, basis.after())
                    .set(INSPECTION_PLAN.STANDING, basis.standing())
                    .set(INSPECTION_PLAN.STATE, State.DRAFT.name())
                    .set(INSPECTION_PLAN.REVISION, 1)
                    .set(INSPECTION_PLAN.WANTED, counts.wanted())
                    .set(INSPECTION_PLAN.LEFT_OUT, counts.leftOut())
                    .set(INSPECTION_PLAN.BROKEN_FLOORS, counts.brokenFloors())
                    .set(INSPECTION_PLAN.CLOSED, counts.closed())
                    .set(INSPECTION_PLAN.NO_DIVISION, counts.noDivision())
                    .set(INSPECTION_PLAN.GONE, counts.gone())
                    .set(INSPECTION_PLAN.MADE_BY, acting.by())
                    .set(INSPECTION_PLAN.MADE_AT, UtcTime.column(acting.at()))
                    .execute();
            int id = tx.lastID().intValue();
            PlanRows.insert(tx, id, rows);
            PlanRows.insert(tx, id, parts);
            note(tx, id, "plan-made", Map.of("rules", basis.rules(), "year", BigDecimal.valueOf(basis.year())), acting);
            return id;
        });
    }

    /**
     * Approves a draft.
     *
     * @param seen the plan as it was seen
     * @param acting who approves
     * @throws PlanMovedException if that may not be, or somebody was first
     */
    public void approve(StoredPlan seen, Acting acting) {
        if (seen.madeBy().equals(acting.by())) {
            throw new PlanMovedException(
                    "%s made the plan (%d), and cannot approve it.%nMaybe ask another approver to look at it."
                            .formatted(acting.by(), seen.id()));
        }
        if (seen.counts().brokenFloors() > 0) {
            throw new PlanMovedException(
                    "The plan (%d) misses %d visits that the law asks for (once in two years, Order 49), and cannot be approved.%nMaybe make a plan with more inspectors, or more visits a day."
                            .formatted(seen.id(), seen.counts().brokenFloors()));
        }
        move(
                seen,
                List.of(State.DRAFT),
                State.APPROVED,
                Map.of(
                        INSPECTION_PLAN.APPROVED_BY,
                        acting.by(),
                        INSPECTION_PLAN.APPROVED_AT,
                        UtcTime.column(acting.at())),
                new Act("plan-approved", Map.of(), acting));
    }

    /**
     * Puts an approved plan in force; the one that was in force is superseded.
     *
     * @param seen the plan as it was seen
     * @param acting who
     * @throws PlanMovedException if that may not be, or somebody was first
     */
    public void putInForce(StoredPlan seen, Acting acting) {
        move(
                seen,
                List.of(State.APPROVED),
                State.IN_FORCE,
                Map.of(INSPECTION_PLAN.IN_FORCE_AT, UtcTime.column(acting.at())),
                new Act("plan-in-force", Map.of(), acting));
    }

    /**
     * Gives a plan up.
     *
     * @param seen the plan as it was seen
     * @param reason why
     * @param acting who
     * @throws PlanMovedException if it is at its end, or somebody else moved it
     */
    public void withdraw(StoredPlan seen, String reason, Acting acting) {
        move(
                seen,
                List.of(State.DRAFT, State.APPROVED, State.IN_FORCE),
                State.WITHDRAWN,
                Map.of(INSPECTION_PLAN.REASON, reason, INSPECTION_PLAN.ENDED_AT, UtcTime.column(acting.at())),
                new Act("plan-withdrawn", Map.of("reason", reason), acting));
    }

    /** What a move is called, with whom. */
    private record Act(String name, Map<String, ?> detail, Acting acting) {}

    private void move(StoredPlan seen, List<State> from, State to, Map<? extends Field<?>, ?> columns, Act act) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            // All who act wait here for each other, so that what is read now is what stands.
            AuditLog.await(tx);
            StoredPlan now = fetch(tx, INSPECTION_PLAN.PLAN_ID.eq(seen.id())).stream()
                    .findFirst()
                    .orElse(seen);
            if (!from.contains(now.state()) || now.revision() != seen.revision()) {
                throw new PlanMovedException(
                        "The plan (%d) is %s, and cannot be %s now, or somebody else has moved it in the meantime.%nMaybe look at it again."
                                .formatted(seen.id(), now.state(), to));
            }
            Map<Field<?>, Object> set = new HashMap<>(columns);
            if (to != State.WITHDRAWN) {
                PlanStandings.requireUnchanged(tx, now);
            }
            if (to == State.IN_FORCE) {
                supersede(tx, now, act.acting());
            }
            if (to != State.WITHDRAWN || now.state() != State.DRAFT) {
                set.put(INSPECTION_PLAN.STANDING, PlanStandings.rise(tx, now, act.name(), act.acting()));
            }
            set.put(INSPECTION_PLAN.STATE, to.name());
            set.put(INSPECTION_PLAN.REVISION, now.revision() + 1);
            tx.update(INSPECTION_PLAN)
                    .set(set)
                    .where(INSPECTION_PLAN.PLAN_ID.eq(now.id()))
                    .execute();
            note(tx, now.id(), act.name(), act.detail(), act.acting());
        });
    }

    private static void supersede(DSLContext tx, StoredPlan next, Acting acting) {
        List<StoredPlan> inForce = fetch(
                tx,
                INSPECTION_PLAN
                        .STATE
                        .eq(State.IN_FORCE.name())
                        .and(INSPECTION_PLAN.PLAN_YEAR.eq(next.basis().year())));
        for (StoredPlan old : inForce) {
            String theirs = old.basis().division();
            String ours = next.basis().division();
            if (theirs.equals(ours)) {
                tx.update(INSPECTION_PLAN)
                        .set(INSPECTION_PLAN.STATE, State.SUPERSEDED.name())
                        .set(INSPECTION_PLAN.REVISION, old.revision() + 1)
                        .set(INSPECTION_PLAN.ENDED_AT, UtcTime.column(acting.at()))
                        .where(INSPECTION_PLAN.PLAN_ID.eq(old.id()))
                        .execute();
                note(tx, old.id(), "plan-superseded", Map.of("by", BigDecimal.valueOf(next.id())), acting);
            } else if (theirs.startsWith(ours) || ours.startsWith(theirs)) {
                throw new PlanMovedException(
                        "The plan %d of %s is in force for %d, and some businesses are in both.%nMaybe withdraw one of the two; a business has one plan a year."
                                .formatted(
                                        old.id(),
                                        PlanStandings.name(theirs),
                                        old.basis().year()));
            }
        }
    }

    static void note(DSLContext tx, int id, String act, Map<String, ?> detail, Acting acting) {
        AuditLog.note(tx, new AuditAct(acting.by(), act, StoredPlan.auditSubject(id), Values.of(detail)), acting.at());
    }
}

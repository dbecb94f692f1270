package dev.assay.store.work;

import static dev.assay.store.schema.Tables.ASSIGNMENT;
import static dev.assay.store.schema.Tables.ASSIGNMENT_INSPECTOR;

import dev.assay.core.fact.Values;
import dev.assay.core.time.Deadline;
import dev.assay.core.work.Obstacle;
import dev.assay.core.work.WorkState;
import dev.assay.store.audit.Acting;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.time.UtcTime;
import dev.assay.store.work.Assignment.Goer;
import dev.assay.store.work.Assignment.Origin;
import dev.assay.store.work.Assignment.Source;
import dev.assay.store.work.Assignment.Visit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Visits that are handed out. Every move is made only if nobody else moved the visit, and is noted in the audit log with it. */
public final class Assignments {

    private final DSLContext dsl;

    /**
     * Assignments over a database.
     *
     * @param dsl the database
     */
    public Assignments(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * An assignment by number.
     *
     * @param id the number
     * @return it, or empty if there is none
     */
    public Optional<Assignment> find(long id) {
        return AssignmentRows.fetch(dsl, ASSIGNMENT.ASSIGNMENT_ID.eq(id)).stream()
                .findFirst();
    }

    /**
     * The assignments that are looked for.
     *
     * @param query which
     * @return them, by the day by which they are to be made
     */
    public List<Assignment> find(AssignmentQuery query) {
        return AssignmentRows.fetch(dsl, AssignmentRows.condition(query));
    }

    /**
     * The assignments behind one of them, in the order of {@link #find(AssignmentQuery)}: none comes twice and none is passed over, whatever becomes
     * of others in between.
     *
     * @param query which
     * @param last number of an assignment; null from the beginning
     * @param limit the most to give
     * @return them
     */
    public List<Assignment> after(AssignmentQuery query, @Nullable Long last, int limit) {
        return AssignmentRows.fetch(dsl, ASSIGNMENT.ASSIGNMENT_ID.in(AssignmentRows.after(dsl, query, last, limit)));
    }

    /**
     * What of a draw or plan is handed out and was not withdrawn.
     *
     * @param origin from what
     * @param number its number
     * @return the assignments by their key
     */
    public Map<String, Long> handedOut(Origin origin, int number) {
        return dsl.select(ASSIGNMENT.HANDED_KEY, ASSIGNMENT.ASSIGNMENT_ID)
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.ORIGIN.eq(origin.name()))
                .and(ASSIGNMENT.ORIGIN_NO.eq(number))
                .and(ASSIGNMENT.HANDED_KEY.isNotNull())
                .fetchMap(ASSIGNMENT.HANDED_KEY, ASSIGNMENT.ASSIGNMENT_ID);
    }

    /**
     * Hands visits out, all or none.
     *
     * @param visits the visits
     * @param acting who
     * @return their numbers, in order
     * @throws HandedOutException if one of them was handed out already
     */
    public List<Long> handOut(List<Visit> visits, Acting acting) {
        return dsl.transactionResult(configuration -> handOut(configuration.dsl(), visits, acting));
    }

    /**
     * Hands visits out within a transaction, all or none.
     *
     * @param tx the transaction
     * @param visits the visits
     * @param acting who
     * @return their numbers, in order
     * @throws HandedOutException if one of them was handed out already
     */
    public static List<Long> handOut(DSLContext tx, List<Visit> visits, Acting acting) {
        AuditLog.await(tx);
        List<Long> ids = new ArrayList<>();
        for (Visit visit : visits) {
            ids.add(add(tx, visit, acting));
        }
        if (!visits.isEmpty()) {
            Source source = visits.getFirst().source();
            note(
                    tx,
                    source.number() == null ? Assignment.subject(ids.getFirst()) : ofOrigin(source),
                    "visits-handed-out",
                    Map.of(
                            "visits",
                            BigDecimal.valueOf(ids.size()),
                            "origin",
                            source.origin().name()),
                    acting);
        }
        return ids;
    }

    private static String ofOrigin(Source source) {
        return source.origin().name().toLowerCase(Locale.ROOT) + ":" + source.number();
    }

    private static long add(DSLContext tx, Visit visit, Acting acting) {
        insert(tx, visit, acting);
        long id = tx.lastID().longValue();
        for (Goer goer : visit.goers()) {
            tx.insertInto(ASSIGNMENT_INSPECTOR)
                    .set(ASSIGNMENT_INSPECTOR.ASSIGNMENT_ID, id)
                    .set(ASSIGNMENT_INSPECTOR.INSPECTOR, goer.number())
                    .set(ASSIGNMENT_INSPECTOR.NAME, goer.name())
                    .execute();
        }
        return id;
    }

    private static void insert(DSLContext tx, Visit visit, Acting acting) {
        Source source = visit.source();
        try {
            tx.insertInto(ASSIGNMENT)
                    .set(ASSIGNMENT.BUSINESS_KEY, visit.businessKey())
                    .set(ASSIGNMENT.BUSINESS, visit.business().toString())
                    .set(ASSIGNMENT.SECTOR, visit.sector())
                    .set(ASSIGNMENT.FROM_DAY, visit.fromDay())
                    .set(ASSIGNMENT.TO_DAY, visit.toDay())
                    .set(ASSIGNMENT.WAY, visit.way().name())
                    .set(ASSIGNMENT.REASONS, String.join(",", visit.reasons()))
                    .set(ASSIGNMENT.ORIGIN, source.origin().name())
                    .set(ASSIGNMENT.ORIGIN_NO, source.number())
                    .set(ASSIGNMENT.HANDED_KEY, source.key())
                    .set(ASSIGNMENT.LEAD_TEXT, source.lead())
                    .set(ASSIGNMENT.STATE, WorkState.ASSIGNED.name())
                    .set(ASSIGNMENT.REVISION, 1)
                    .set(ASSIGNMENT.HANDED_BY, acting.by())
                    .set(ASSIGNMENT.HANDED_AT, UtcTime.column(acting.at()))
                    .execute();
        } catch (IntegrityConstraintViolationException taken) {
            // Of two who hand the same out at once, the second waits at the key, and finds it taken; only a locking
            // read sees who took it.
            Record before = tx.select(ASSIGNMENT.HANDED_BY, ASSIGNMENT.HANDED_AT)
                    .from(ASSIGNMENT)
                    .where(ASSIGNMENT.HANDED_KEY.eq(source.key()))
                    .forShare()
                    .fetchOptional()
                    .orElseThrow(() -> taken);
            throw new HandedOutException(
                    "The visit of " + visit.business(),
                    before.get(ASSIGNMENT.HANDED_BY),
                    before.get(ASSIGNMENT.HANDED_AT).withNano(0).toString().replace('T', ' '));
        }
    }

    /**
     * Begins a visit.
     *
     * @param seen the assignment as it was seen
     * @param acting who
     * @throws AssignmentMovedException if it cannot begin, or was moved since
     */
    public void begin(Assignment seen, Acting acting) {
        dsl.transaction(configuration -> move(
                configuration.dsl(), seen, WorkState.UNDER_WAY, Map.of(), new Act("visit-begun", Map.of()), acting));
    }

    /**
     * Takes a visit back.
     *
     * @param seen the assignment as it was seen
     * @param reason why
     * @param acting who
     * @throws AssignmentMovedException if it is at an end, or was moved since
     */
    public void withdraw(Assignment seen, String reason, Acting acting) {
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(ASSIGNMENT.REASON, reason);
        columns.put(ASSIGNMENT.HANDED_KEY, null);
        dsl.transaction(configuration -> move(
                configuration.dsl(),
                seen,
                WorkState.WITHDRAWN,
                columns,
                new Act("visit-withdrawn", Map.of("reason", reason)),
                acting));
    }

    /**
     * Notes that a visit could not be made, and nothing with it.
     *
     * @param seen the assignment as it was seen
     * @param obstacle why
     * @param reason the same in words
     * @param acting who
     * @throws AssignmentMovedException if it is at an end, or was moved since
     */
    public void notMade(Assignment seen, Obstacle obstacle, String reason, Acting acting) {
        dsl.transaction(configuration -> notMade(configuration.dsl(), seen, obstacle, reason, acting));
    }

    /**
     * Notes that a visit could not be made, within the transaction that enters the fact of it, if there is one.
     *
     * @param tx the transaction
     * @param seen the assignment as it was seen
     * @param obstacle why
     * @param reason the same in words
     * @param acting who
     * @throws AssignmentMovedException if it is at an end, or was moved since
     */
    public static void notMade(DSLContext tx, Assignment seen, Obstacle obstacle, String reason, Acting acting) {
        move(
                tx,
                seen,
                WorkState.NOT_DONE,
                Map.of(ASSIGNMENT.OBSTACLE, obstacle.name(), ASSIGNMENT.REASON, reason),
                new Act("visit-not-made", Map.of("obstacle", obstacle.name(), "reason", reason)),
                acting);
    }

    /**
     * Ends a visit with its result, within the transaction that enters the fact.
     *
     * @param tx the transaction
     * @param seen the assignment as it was seen
     * @param day the day of the visit
     * @param publishBy by when the result is to be public
     * @param acting who
     * @throws AssignmentMovedException if it is at an end, or was moved since
     */
    public static void made(DSLContext tx, Assignment seen, LocalDate day, Deadline publishBy, Acting acting) {
        move(
                tx,
                seen,
                WorkState.DONE,
                Map.of(
                        ASSIGNMENT.RESULT_DAY,
                        day,
                        ASSIGNMENT.PUBLISH_BY,
                        publishBy.day(),
                        ASSIGNMENT.PUBLISH_MOVES,
                        publishBy.provisional()),
                new Act("visit-made", Map.of("day", day.toString())),
                acting);
    }

    /**
     * Notes the fact that a visit brought.
     *
     * @param id the assignment's number
     * @param fact the fact's number
     */
    public void noteFact(long id, long fact) {
        dsl.update(ASSIGNMENT)
                .set(ASSIGNMENT.FACT_ID, fact)
                .where(ASSIGNMENT.ASSIGNMENT_ID.eq(id))
                .execute();
    }

    /**
     * Notes that the result of a visit was made public.
     *
     * @param seen the assignment as it was seen, with a result
     * @param day the day
     * @param acting who says so
     * @throws AssignmentMovedException if there is no result to publish, or somebody else noted it
     */
    public void published(Assignment seen, LocalDate day, Acting acting) {
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            int moved = tx.update(ASSIGNMENT)
                    .set(ASSIGNMENT.PUBLISHED_ON, day)
                    .set(ASSIGNMENT.REVISION, seen.revision() + 1)
                    .where(ASSIGNMENT.ASSIGNMENT_ID.eq(seen.id()))
                    .and(ASSIGNMENT.REVISION.eq(seen.revision()))
                    .and(ASSIGNMENT.STATE.eq(WorkState.DONE.name()))
                    .and(ASSIGNMENT.PUBLISHED_ON.isNull())
                    .execute();
            if (moved == 0) {
                throw new AssignmentMovedException(seen, "published");
            }
            note(tx, Assignment.subject(seen.id()), "visit-published", Map.of("day", day.toString()), acting);
        });
    }

    private record Act(String name, Map<String, ?> detail) {}

    private static void move(
            DSLContext tx,
            Assignment seen,
            WorkState to,
            Map<? extends Field<?>, ? extends @Nullable Object> columns,
            Act act,
            Acting acting) {
        if (!seen.state().next().contains(to)) {
            throw new AssignmentMovedException(seen, to.name());
        }
        Map<Field<?>, @Nullable Object> set = new HashMap<>(columns);
        set.put(ASSIGNMENT.STATE, to.name());
        set.put(ASSIGNMENT.REVISION, seen.revision() + 1);
        int moved = tx.update(ASSIGNMENT)
                .set(set)
                .where(ASSIGNMENT.ASSIGNMENT_ID.eq(seen.id()))
                .and(ASSIGNMENT.REVISION.eq(seen.revision()))
                .execute();
        if (moved == 0) {
            throw new AssignmentMovedException(seen, to.name());
        }
        note(tx, Assignment.subject(seen.id()), act.name(), act.detail(), acting);
    }

    /** Notes something that is no move. */
    static void note(DSLContext tx, String subject, String act, Map<String, ?> detail, Acting acting) {
        AuditLog.note(tx, new AuditAct(acting.by(), act, subject, Values.of(detail)), acting.at());
    }
}

package dev.assay.store.listing;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.LISTING_CASE;
import static dev.assay.store.schema.Tables.LISTING_STEP;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.core.fact.Values;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.EntryState;
import dev.assay.core.listing.EntryState.Listed;
import dev.assay.core.listing.ListingRefusedException;
import dev.assay.core.listing.ListingRefusedException.Refusal;
import dev.assay.core.listing.ListingState;
import dev.assay.core.listing.ListingStep;
import dev.assay.core.listing.NextStep;
import dev.assay.core.publication.ChangeReason;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.fact.FactJson;
import dev.assay.store.listing.ListingCase.Due;
import dev.assay.store.publication.PublishedEntries;
import dev.assay.store.register.Within;
import dev.assay.store.time.UtcTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;

/** The cases for lists in the store. A step is one transaction: it is taken only if nobody else has moved the case since it was seen. */
public final class ListingCases {

    private final DSLContext dsl;

    /**
     * Cases over a database.
     *
     * @param dsl the database
     */
    public ListingCases(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Which cases.
     *
     * @param list id of the list; null for all
     * @param states codes of states; empty for any
     * @param divisions the beginnings of the codes of divisions; none for all
     */
    public record Which(@Nullable String list, List<String> states, List<String> divisions) {

        /** Copies the lists. */
        public Which {
            states = List.copyOf(states);
            divisions = List.copyOf(divisions);
        }

        private Condition condition() {
            return (list == null ? noCondition() : LISTING_CASE.LIST.eq(list))
                    .and(states.isEmpty() ? noCondition() : LISTING_CASE.STATE.in(states))
                    .and(Within.divisions(BUSINESS.DIVISION, divisions));
        }
    }

    /**
     * A step that was taken.
     *
     * @param number its number within the case, from 1
     * @param step its word
     * @param state where the case stood afterwards
     * @param decision who took it, when, and what was written down
     * @param detail what else belongs to it
     */
    public record Taken(int number, String step, String state, Decision decision, Values detail) {}

    /**
     * A case by number.
     *
     * @param id the number
     * @return the case, or empty if there is none
     */
    public Optional<ListingCase> find(long id) {
        return cases().where(LISTING_CASE.CASE_ID.eq(id)).fetchOptional(ListingRow::read);
    }

    /**
     * The cases of a business.
     *
     * @param business the store's key of the business
     * @return them, newest first, in any state
     */
    public List<ListingCase> of(long business) {
        return cases().where(LISTING_CASE.BUSINESS_KEY.eq(business))
                .orderBy(LISTING_CASE.CASE_ID.desc())
                .fetch(ListingRow::read);
    }

    /**
     * A part of the cases.
     *
     * @param which which
     * @param offset how many to leave out, at least 0
     * @param limit the most to give
     * @return them: those that are due first, then the newest
     */
    public List<ListingCase> in(Which which, int offset, int limit) {
        return cases().where(which.condition())
                .orderBy(LISTING_CASE.DUE_ON.isNull(), LISTING_CASE.DUE_ON, LISTING_CASE.CASE_ID.desc())
                .limit(offset, limit)
                .fetch(ListingRow::read);
    }

    /**
     * How many cases there are in each state.
     *
     * @param which which; its states are not looked at
     * @return a count by the state's code; a state without cases is absent
     */
    public Map<String, Integer> countByState(Which which) {
        return dsl.select(LISTING_CASE.STATE, count())
                .from(LISTING_CASE)
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(LISTING_CASE.BUSINESS_KEY))
                .where(new Which(which.list, List.of(), which.divisions).condition())
                .groupBy(LISTING_CASE.STATE)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /**
     * The cases of which a step of the authority is overdue.
     *
     * @param today the day from which it is seen
     * @param divisions the beginnings of the codes of divisions; none for all
     * @param limit the most to give
     * @return them, the longest overdue first
     */
    public List<ListingCase> overdue(LocalDate today, List<String> divisions, int limit) {
        return cases().where(LISTING_CASE
                        .DUE_ON
                        .lt(today)
                        .and(LISTING_CASE.DUE_STEP.ne(NextStep.ANSWER))
                        .and(Within.divisions(BUSINESS.DIVISION, divisions)))
                .orderBy(LISTING_CASE.DUE_ON, LISTING_CASE.CASE_ID)
                .limit(limit)
                .fetch(ListingRow::read);
    }

    /**
     * The entries whose term has passed.
     *
     * @param day the day from which it is seen
     * @return them, by number
     */
    public List<ListingCase> passed(LocalDate day) {
        return cases().where(LISTING_CASE.STATE.eq(Listed.CODE).and(LISTING_CASE.ENDS_ON.lt(day)))
                .orderBy(LISTING_CASE.CASE_ID)
                .fetch(ListingRow::read);
    }

    /**
     * The cases that are decided, wait for consent or are listed, to be held against what became of their penalties.
     *
     * @return them, by number
     */
    public List<ListingCase> entries() {
        return cases().where(
                        LISTING_CASE.STATE.in(Listed.CODE, EntryState.Decided.CODE, EntryState.AwaitingConsent.CODE))
                .orderBy(LISTING_CASE.CASE_ID)
                .fetch(ListingRow::read);
    }

    /**
     * A part of the lists as some audience may see them: entries that stand on a day.
     *
     * @param day the day
     * @param audience what is seen
     * @param after number of the last case that was read; 0 from the beginning
     * @param limit the most to give
     * @return the entries that follow, by number
     */
    public List<ListingCase> standing(LocalDate day, ListAudience audience, long after, int limit) {
        return cases().where(standsOn(day).and(audience.condition()).and(LISTING_CASE.CASE_ID.gt(after)))
                .orderBy(LISTING_CASE.CASE_ID)
                .limit(limit)
                .fetch(ListingRow::read);
    }

    /**
     * The length of the lists as some audience may see them.
     *
     * @param day the day
     * @param audience what is seen
     * @return how many entries stand on the day
     */
    public long countStanding(LocalDate day, ListAudience audience) {
        return dsl.fetchCount(cases().where(standsOn(day).and(audience.condition())));
    }

    /**
     * Whether a business has a case on a ground that is not closed.
     *
     * @param business the store's key of the business
     * @param rule the ground's id
     * @return true if one is open or stands
     */
    public boolean hasOpen(long business, String rule) {
        return dsl.fetchExists(
                LISTING_CASE,
                LISTING_CASE
                        .BUSINESS_KEY
                        .eq(business)
                        .and(LISTING_CASE.RULE.eq(rule))
                        .and(LISTING_CASE.STATE.notIn(
                                EntryState.Removed.CODE,
                                EntryState.Expired.CODE,
                                EntryState.Annulled.CODE,
                                ListingState.Dismissed.CODE)));
    }

    /**
     * Takes a step.
     *
     * @param seen the case as it was seen
     * @param step the step
     * @param rules under what the case runs
     * @return where the case stands then
     * @throws ListingRefusedException if the step may not be taken, or somebody else has moved the case
     */
    public ListingState take(ListingCase seen, ListingStep step, ListingStep.Rules rules) {
        return take(seen, step, rules, tx -> {});
    }

    /**
     * Takes a step, and does what belongs to it in the same transaction.
     *
     * @param seen the case as it was seen
     * @param step the step
     * @param rules under what the case runs
     * @param also what else is to be done; if it fails, the step is not taken
     * @return where the case stands then
     * @throws ListingRefusedException if the step may not be taken, or somebody else has moved the case
     */
    public ListingState take(ListingCase seen, ListingStep step, ListingStep.Rules rules, Consumer<DSLContext> also) {
        ListingState next = step.takeFrom(seen.state(), rules);
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            write(tx, seen, step, next, rules);
            also.accept(tx);
            if (seen.state() instanceof Listed || next instanceof Listed) {
                PublishedEntries.refresh(
                        tx, seen.id(), step.act().on(), reason(step), step.act().at());
            }
        });
        return next;
    }

    /** Why followers are told that an entry came, changed or went. */
    private static ChangeReason reason(ListingStep step) {
        return switch (step) {
            case ListingStep.Publish _ -> ChangeReason.NEW_RECORD;
            case ListingStep.Expire _ -> ChangeReason.EXPIRY;
            case ListingStep.Annul _ -> ChangeReason.ANNULMENT;
            case ListingStep.Remove _ -> ChangeReason.REPAIR;
            default -> ChangeReason.DECISION;
        };
    }

    private static void write(
            DSLContext tx, ListingCase seen, ListingStep step, ListingState next, ListingStep.Rules rules) {
        Decision decision = ListingStateJson.decision(next);
        Listed entry = ListingStateJson.entry(next);
        Due due = due(next, rules);
        Decision act = step.act();
        int moved = tx.update(LISTING_CASE)
                .set(LISTING_CASE.STATE, next.code())
                .set(LISTING_CASE.STANDING, ListingStateJson.write(next))
                .set(LISTING_CASE.REVISION, seen.revision() + 1)
                .set(LISTING_CASE.DECIDED_BY, decision == null ? null : decision.by())
                .set(LISTING_CASE.DECIDED_AT, decision == null ? null : UtcTime.column(decision.at()))
                .set(LISTING_CASE.DECISION_REASON, decision == null ? null : decision.reason())
                .set(LISTING_CASE.LISTED_ON, entry == null ? null : entry.listedOn())
                .set(LISTING_CASE.PUBLISHED_ON, entry == null ? null : entry.publishedOn())
                .set(LISTING_CASE.ENDS_ON, entry == null ? null : entry.endsOn())
                .set(LISTING_CASE.DUE_STEP, due == null ? null : due.step())
                .set(LISTING_CASE.DUE_ON, due == null ? null : due.by())
                .where(LISTING_CASE.CASE_ID.eq(seen.id()).and(LISTING_CASE.REVISION.eq(seen.revision())))
                .execute();
        if (moved == 0) {
            throw new ListingRefusedException(
                    Refusal.CHANGED_SINCE,
                    "Somebody else has moved the case (%d) since.%nMaybe look at it again.".formatted(seen.id()));
        }
        tx.insertInto(LISTING_STEP)
                .set(LISTING_STEP.CASE_ID, seen.id())
                .set(LISTING_STEP.STEP_NO, seen.revision() + 1)
                .set(LISTING_STEP.STEP, step.code())
                .set(LISTING_STEP.STATE, next.code())
                .set(LISTING_STEP.ON_DAY, act.on())
                .set(LISTING_STEP.AT, UtcTime.column(act.at()))
                .set(LISTING_STEP.ACTOR, act.by())
                .set(LISTING_STEP.REASON, act.reason())
                .set(LISTING_STEP.DETAIL, FactJson.write(detail(step)))
                .execute();
        Map<String, Object> noted = new TreeMap<>();
        noted.put("from", seen.state().code());
        noted.put("to", next.code());
        noted.put("reason", act.reason());
        AuditLog.note(
                tx, new AuditAct(act.by(), "case-" + step.code(), seen.auditSubject(), Values.of(noted)), act.at());
    }

    private static @Nullable Due due(ListingState state, ListingStep.Rules rules) {
        for (NextStep next : NextStep.of(state, rules.procedure())) {
            if (next.by() != null) {
                return new Due(next.step(), next.by().day());
            }
        }
        return null;
    }

    private static Values detail(ListingStep step) {
        return switch (step) {
            case ListingStep.Decide decide ->
                Values.of(Map.of("weighing", ListingStateJson.weighing(decide.weighing())));
            case ListingStep.FixHearing fix -> Values.of(Map.of("day", fix.day().toString()));
            default -> Values.EMPTY;
        };
    }

    /**
     * The steps of a case.
     *
     * @param id the case's number
     * @return them, oldest first
     */
    public List<Taken> stepsOf(long id) {
        return dsl.selectFrom(LISTING_STEP)
                .where(LISTING_STEP.CASE_ID.eq(id))
                .orderBy(LISTING_STEP.STEP_NO)
                .fetch(row -> new Taken(
                        row.get(LISTING_STEP.STEP_NO),
                        row.get(LISTING_STEP.STEP),
                        row.get(LISTING_STEP.STATE),
                        new Decision(
                                row.get(LISTING_STEP.ACTOR),
                                UtcTime.instant(row.get(LISTING_STEP.AT)),
                                row.get(LISTING_STEP.ON_DAY),
                                row.get(LISTING_STEP.REASON)),
                        FactJson.read(row.get(LISTING_STEP.DETAIL))));
    }

    private static Condition standsOn(LocalDate day) {
        return LISTING_CASE
                .STATE
                .eq(Listed.CODE)
                .and(LISTING_CASE.PUBLISHED_ON.le(day))
                .and(LISTING_CASE.ENDS_ON.isNull().or(LISTING_CASE.ENDS_ON.ge(day)));
    }

    private SelectOnConditionStep<Record> cases() {
        return dsl.select(List.of(LISTING_CASE.fields()))
                .select(BUSINESS.SCHEME, BUSINESS.IDENTITY, BUSINESS.NAME, BUSINESS.DIVISION)
                .from(LISTING_CASE)
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(LISTING_CASE.BUSINESS_KEY));
    }
}

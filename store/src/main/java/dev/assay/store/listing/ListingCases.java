package dev.assay.store.listing;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.LISTING_CASE;
import static org.jooq.impl.DSL.count;

import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.ListingState;
import dev.assay.core.text.Bilingual;
import dev.assay.store.time.UtcTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;

/** The listing cases in the store. */
public final class ListingCases {

    private static final ZoneId AUTHORITY_ZONE = ZoneId.of("Asia/Shanghai");

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
     * A case by number.
     *
     * @param id the number
     * @return the case, or empty if there is none
     */
    public Optional<ListingCase> find(long id) {
        return cases().where(LISTING_CASE.CASE_ID.eq(id)).fetchOptional(ListingCases::listingCase);
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
                .fetch(ListingCases::listingCase);
    }

    /**
     * A part of the cases in a state.
     *
     * @param state code of a {@link ListingState}
     * @param offset how many to leave out, at least 0
     * @param limit the most to give
     * @return them, newest first
     */
    public List<ListingCase> in(String state, int offset, int limit) {
        return cases().where(LISTING_CASE.STATE.eq(state))
                .orderBy(LISTING_CASE.CASE_ID.desc())
                .limit(offset, limit)
                .fetch(ListingCases::listingCase);
    }

    /**
     * A part of the list as the public may see it: confirmed entries that stand on a day.
     *
     * @param day the day
     * @param after number of the last case that was read; 0 from the beginning
     * @param limit the most to give
     * @return the entries that follow, by number
     */
    public List<ListingCase> standing(LocalDate day, long after, int limit) {
        return cases().where(standsOn(day).and(LISTING_CASE.CASE_ID.gt(after)))
                .orderBy(LISTING_CASE.CASE_ID)
                .limit(limit)
                .fetch(ListingCases::listingCase);
    }

    /**
     * The length of the list as the public may see it.
     *
     * @param day the day
     * @return how many confirmed entries stand on the day
     */
    public long countStanding(LocalDate day) {
        return dsl.fetchCount(LISTING_CASE, standsOn(day));
    }

    /**
     * How many cases there are in each state.
     *
     * @return a count by the state's code; a state without cases is absent
     */
    public Map<String, Integer> countByState() {
        return dsl.select(LISTING_CASE.STATE, count())
                .from(LISTING_CASE)
                .groupBy(LISTING_CASE.STATE)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /**
     * Writes down what was decided, unless someone was faster.
     *
     * @param id the case's number
     * @param decided the state that the decision led to
     * @return true if the case was still proposed and is now decided; false if it had been decided already
     */
    public boolean decide(long id, ListingState decided) {
        return switch (decided) {
            case ListingState.Proposed _ -> false;
            case ListingState.Confirmed(Decision decision, LocalDate listedOn, LocalDate endsOn) ->
                write(id, decided.code(), decision, listedOn, endsOn);
            case ListingState.Dismissed(Decision decision) -> write(id, decided.code(), decision, null, null);
        };
    }

    private boolean write(
            long id, String state, Decision decision, @Nullable LocalDate listedOn, @Nullable LocalDate endsOn) {
        return dsl.update(LISTING_CASE)
                        .set(LISTING_CASE.STATE, state)
                        .set(LISTING_CASE.DECIDED_BY, decision.by())
                        .set(LISTING_CASE.DECIDED_AT, UtcTime.column(decision.at()))
                        .set(LISTING_CASE.DECISION_REASON, decision.reason())
                        .set(LISTING_CASE.LISTED_ON, listedOn)
                        .set(LISTING_CASE.ENDS_ON, endsOn)
                        .where(LISTING_CASE.CASE_ID.eq(id).and(LISTING_CASE.STATE.eq(ListingState.Proposed.CODE)))
                        .execute()
                == 1;
    }

    private static Condition standsOn(LocalDate day) {
        return LISTING_CASE
                .STATE
                .eq(ListingState.Confirmed.CODE)
                .and(LISTING_CASE.LISTED_ON.le(day))
                .and(LISTING_CASE.ENDS_ON.ge(day));
    }

    private SelectOnConditionStep<Record> cases() {
        return dsl.select(List.of(LISTING_CASE.fields()))
                .select(BUSINESS.SCHEME, BUSINESS.IDENTITY, BUSINESS.NAME, BUSINESS.DIVISION)
                .from(LISTING_CASE)
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(LISTING_CASE.BUSINESS_KEY));
    }

    private static ListingCase listingCase(Record row) {
        return new ListingCase(
                row.get(LISTING_CASE.CASE_ID),
                row.get(LISTING_CASE.BUSINESS_KEY),
                new Identity(row.get(BUSINESS.SCHEME), row.get(BUSINESS.IDENTITY)),
                row.get(BUSINESS.NAME),
                row.get(BUSINESS.DIVISION),
                row.get(LISTING_CASE.RULE),
                row.get(LISTING_CASE.EDITION),
                row.get(LISTING_CASE.FACT_ID),
                Bilingual.of(row.get(LISTING_CASE.CONDUCT_ZH), row.get(LISTING_CASE.CONDUCT_EN)),
                row.get(LISTING_CASE.BASIS),
                row.get(LISTING_CASE.PROVISIONAL),
                state(row));
    }

    private static ListingState state(Record row) {
        String code = row.get(LISTING_CASE.STATE);
        return switch (code) {
            case ListingState.Proposed.CODE -> new ListingState.Proposed(row.get(LISTING_CASE.PROPOSED_ON));
            case ListingState.Confirmed.CODE ->
                new ListingState.Confirmed(
                        decision(row), row.get(LISTING_CASE.LISTED_ON), row.get(LISTING_CASE.ENDS_ON));
            case ListingState.Dismissed.CODE -> new ListingState.Dismissed(decision(row));
            default ->
                throw new IllegalStateException(
                        "The listing case (%d) has an unknown state (%s).%nMaybe a newer version wrote it."
                                .formatted(row.get(LISTING_CASE.CASE_ID), code));
        };
    }

    private static Decision decision(Record row) {
        var at = UtcTime.instant(row.get(LISTING_CASE.DECIDED_AT));
        return new Decision(
                row.get(LISTING_CASE.DECIDED_BY),
                at,
                at.atZone(AUTHORITY_ZONE).toLocalDate(),
                row.get(LISTING_CASE.DECISION_REASON));
    }
}

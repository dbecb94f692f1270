package dev.assay.store.listing;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.LISTING_CASE;

import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.core.listing.EntryState.Listed;
import dev.assay.core.listing.ListingState;
import dev.assay.core.text.Bilingual;
import dev.assay.store.listing.ListingCase.Due;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jooq.Record;

/** Reads a case from its row and that of its business. */
final class ListingRow {

    private static final ZoneId AUTHORITY_ZONE = ZoneId.of("Asia/Shanghai");

    private ListingRow() {}

    static ListingCase read(Record row) {
        LocalDate due = row.get(LISTING_CASE.DUE_ON);
        LocalDate triggered = row.get(LISTING_CASE.TRIGGERED_ON);
        return new ListingCase(
                row.get(LISTING_CASE.CASE_ID),
                row.get(LISTING_CASE.LIST),
                row.get(LISTING_CASE.VISIBILITY),
                row.get(LISTING_CASE.BUSINESS_KEY),
                new Identity(row.get(BUSINESS.SCHEME), row.get(BUSINESS.IDENTITY)),
                row.get(BUSINESS.NAME),
                row.get(BUSINESS.DIVISION),
                row.get(LISTING_CASE.RULE),
                row.get(LISTING_CASE.EDITION),
                row.get(LISTING_CASE.FACT_ID),
                evidence(row.get(LISTING_CASE.EVIDENCE), row.get(LISTING_CASE.FACT_ID)),
                triggered == null ? row.get(LISTING_CASE.PROPOSED_ON) : triggered,
                row.get(LISTING_CASE.PERSON),
                Bilingual.of(row.get(LISTING_CASE.CONDUCT_ZH), row.get(LISTING_CASE.CONDUCT_EN)),
                row.get(LISTING_CASE.BASIS),
                row.get(LISTING_CASE.PROVISIONAL),
                row.get(LISTING_CASE.REVISION),
                due == null ? null : new Due(row.get(LISTING_CASE.DUE_STEP), due),
                state(row));
    }

    private static List<Long> evidence(String numbers, long trigger) {
        return numbers.isEmpty()
                ? List.of(trigger)
                : Arrays.stream(numbers.split(" ")).map(Long::valueOf).toList();
    }

    private static ListingState state(Record row) {
        String code = row.get(LISTING_CASE.STATE);
        String standing = row.get(LISTING_CASE.STANDING);
        if (standing != null) {
            return ListingStateJson.read(code, standing);
        }
        // Cases from before there were steps have their columns alone.
        return switch (code) {
            case ListingState.Proposed.CODE -> new ListingState.Proposed(row.get(LISTING_CASE.PROPOSED_ON));
            case Listed.CODE ->
                new Listed(
                        decision(row),
                        row.get(LISTING_CASE.LISTED_ON),
                        row.get(LISTING_CASE.PUBLISHED_ON),
                        row.get(LISTING_CASE.ENDS_ON));
            case ListingState.Dismissed.CODE -> new ListingState.Dismissed(decision(row));
            default ->
                throw new IllegalStateException(
                        "The listing case (%d) has an unknown state (%s).%nMaybe a newer version wrote it."
                                .formatted(row.get(LISTING_CASE.CASE_ID), code));
        };
    }

    private static Decision decision(Record row) {
        Instant at = UtcTime.instant(row.get(LISTING_CASE.DECIDED_AT));
        return new Decision(
                row.get(LISTING_CASE.DECIDED_BY),
                at,
                at.atZone(AUTHORITY_ZONE).toLocalDate(),
                row.get(LISTING_CASE.DECISION_REASON));
    }
}

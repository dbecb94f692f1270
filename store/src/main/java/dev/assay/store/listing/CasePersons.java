package dev.assay.store.listing;

import static dev.assay.store.schema.Tables.LISTING_CASE;
import static org.jooq.impl.DSL.val;

import dev.assay.core.fact.Values;
import dev.assay.core.listing.ListingState;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Whom a case of a list of persons concerns. Somebody is named before the notice goes out; after it the person who was told stays the one. The
 * audit log keeps that somebody was named, and not the name: what is in it can never be taken out again.
 */
public final class CasePersons {

    private static final int MOST = 100;
    private static final int LONGEST_KEY = 180;

    private final DSLContext dsl;

    /**
     * Persons of the cases of a database.
     *
     * @param dsl the database
     */
    public CasePersons(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Names the person.
     *
     * @param seen the case as it was seen
     * @param person the person
     * @param by who says so
     * @param at when
     * @return false if the case has gone on since
     */
    public boolean name(ListingCase seen, String person, String by, Instant at) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            boolean named = tx.update(LISTING_CASE)
                            .set(LISTING_CASE.PERSON, person)
                            .where(proposed(seen))
                            .execute()
                    == 1;
            if (named) {
                note(tx, seen.auditSubject(), by, at);
            }
            return named;
        });
    }

    /**
     * Opens a case like another for a further person whom the same decision concerns.
     *
     * @param seen the case as it was seen
     * @param person the further person
     * @param by who says so
     * @param at when
     * @return the number of the new case; empty if the case has gone on since, or has too many beside it
     */
    public Optional<Long> nameAnother(ListingCase seen, String person, String by, Instant at) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            String key = tx.select(LISTING_CASE.RECORD_KEY)
                    .from(LISTING_CASE)
                    .where(proposed(seen))
                    .forUpdate()
                    .fetchOne(LISTING_CASE.RECORD_KEY);
            if (key == null) {
                return Optional.empty();
            }
            String first = key.replaceAll(" #\\d+$", "");
            String base = first.length() > LONGEST_KEY ? first.substring(0, LONGEST_KEY) : first;
            for (int number = 2; number <= MOST; number++) {
                if (copy(tx, seen, base + " #" + number, person) == 1) {
                    long id = tx.lastID().longValueExact();
                    note(tx, "listing-case:" + id, by, at);
                    return Optional.of(id);
                }
            }
            return Optional.empty();
        });
    }

    private static int copy(DSLContext tx, ListingCase seen, String key, String person) {
        List<Field<?>> same = List.of(
                LISTING_CASE.BUSINESS_KEY,
                LISTING_CASE.LIST,
                LISTING_CASE.VISIBILITY,
                LISTING_CASE.RULE,
                LISTING_CASE.EDITION,
                LISTING_CASE.FACT_ID,
                LISTING_CASE.TRIGGERED_ON,
                LISTING_CASE.EVIDENCE,
                LISTING_CASE.STATE,
                LISTING_CASE.PROPOSED_ON,
                LISTING_CASE.CONDUCT_ZH,
                LISTING_CASE.CONDUCT_EN,
                LISTING_CASE.BASIS,
                LISTING_CASE.PROVISIONAL);
        return tx.insertInto(LISTING_CASE)
                .columns(and(same, LISTING_CASE.RECORD_KEY, LISTING_CASE.PERSON))
                .select(tx.select(and(same, val(key), val(person)))
                        .from(LISTING_CASE)
                        .where(LISTING_CASE.CASE_ID.eq(seen.id())))
                .onDuplicateKeyIgnore()
                .execute();
    }

    private static List<Field<?>> and(List<Field<?>> some, Field<?> one, Field<?> other) {
        return java.util.stream.Stream.concat(some.stream(), java.util.stream.Stream.of(one, other))
                .toList();
    }

    private static Condition proposed(ListingCase seen) {
        return LISTING_CASE
                .CASE_ID
                .eq(seen.id())
                .and(LISTING_CASE.REVISION.eq(seen.revision()))
                .and(LISTING_CASE.STATE.eq(ListingState.Proposed.CODE));
    }

    private static void note(DSLContext tx, String subject, String by, Instant at) {
        AuditLog.note(tx, new AuditAct(by, "case-person", subject, Values.of(Map.of())), at);
    }
}

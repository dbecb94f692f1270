package dev.assay.store.audit;

import static dev.assay.store.schema.Tables.READ_ENTRY;
import static dev.assay.store.schema.Tables.READ_HEAD;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.store.audit.AuditLog.End;
import dev.assay.store.audit.AuditLog.Verdict;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Who read what is not public: a chain of entries like the {@link AuditLog}, each with the digest of the one before, but added to in groups, so that
 * a reading costs no transaction of its own.
 */
public final class ReadLog {

    private static final byte ONLY_ROW = 1;

    private static final int ENTRIES_AT_ONCE = 1_000;

    private static final int LONGEST = 500;

    private final DSLContext dsl;

    /**
     * The log of a database.
     *
     * @param dsl the database
     */
    public ReadLog(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A reading.
     *
     * @param at when
     * @param reader the account, or {@code client:} and the id of a program
     * @param what method and address; cut off behind {@value #LONGEST} characters
     */
    public record Reading(Instant at, String reader, String what) {

        /** Cuts off what is too long. */
        public Reading {
            what = what.length() <= LONGEST ? what : what.substring(0, LONGEST);
        }
    }

    /**
     * A reading with its place.
     *
     * @param number its place, from 1
     * @param reading it
     */
    public record Entry(long number, Reading reading) {}

    /**
     * Adds a group, in one transaction.
     *
     * @param group the readings, in their order
     */
    public void add(List<Reading> group) {
        if (group.isEmpty()) {
            return;
        }
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            Record head = tx.select(READ_HEAD.ENTRY_NO, READ_HEAD.DIGEST)
                    .from(READ_HEAD)
                    .forUpdate()
                    .fetchSingle();
            long number = head.get(READ_HEAD.ENTRY_NO);
            String digest = head.get(READ_HEAD.DIGEST);
            var insert = tx.insertInto(
                    READ_ENTRY,
                    READ_ENTRY.ENTRY_NO,
                    READ_ENTRY.AT,
                    READ_ENTRY.READER,
                    READ_ENTRY.WHAT,
                    READ_ENTRY.DIGEST);
            for (Reading reading : group) {
                number++;
                LocalDateTime at = UtcTime.column(reading.at());
                digest = AuditLog.digest(number, at, reading.reader(), reading.what(), digest);
                insert = insert.values(number, at, reading.reader(), reading.what(), digest);
            }
            insert.execute();
            tx.update(READ_HEAD)
                    .set(READ_HEAD.ENTRY_NO, number)
                    .set(READ_HEAD.DIGEST, digest)
                    .where(READ_HEAD.ONLY_ROW.eq(ONLY_ROW))
                    .execute();
        });
    }

    /**
     * A part of the log, newest first.
     *
     * @param reader only what this one read; null for all
     * @param before only entries before this number
     * @param limit the most to give
     * @return the entries
     */
    public List<Entry> newest(@Nullable String reader, long before, int limit) {
        return dsl.selectFrom(READ_ENTRY)
                .where(reader == null ? noCondition() : READ_ENTRY.READER.eq(reader))
                .and(READ_ENTRY.ENTRY_NO.lt(before))
                .orderBy(READ_ENTRY.ENTRY_NO.desc())
                .limit(limit)
                .fetch(row -> new Entry(
                        row.get(READ_ENTRY.ENTRY_NO),
                        new Reading(
                                UtcTime.instant(row.get(READ_ENTRY.AT)),
                                row.get(READ_ENTRY.READER),
                                row.get(READ_ENTRY.WHAT))));
    }

    /**
     * Follows the chain from its beginning.
     *
     * @return where it ends, and where it is broken
     */
    public Verdict verify() {
        return dsl.transactionResult(configuration -> verify(configuration.dsl()));
    }

    private static Verdict verify(DSLContext tx) {
        Record head =
                tx.select(READ_HEAD.ENTRY_NO, READ_HEAD.DIGEST).from(READ_HEAD).fetchSingle();
        End end = new End(head.get(READ_HEAD.ENTRY_NO), head.get(READ_HEAD.DIGEST));
        String previous = "0".repeat(end.digest().length());
        long last = 0;
        while (true) {
            List<Record> entries = tx.select()
                    .from(READ_ENTRY)
                    .where(READ_ENTRY.ENTRY_NO.gt(last))
                    .orderBy(READ_ENTRY.ENTRY_NO)
                    .limit(ENTRIES_AT_ONCE)
                    .fetch()
                    .map(row -> row);
            for (Record entry : entries) {
                long number = entry.get(READ_ENTRY.ENTRY_NO);
                String digest = AuditLog.digest(
                        number,
                        entry.get(READ_ENTRY.AT),
                        entry.get(READ_ENTRY.READER),
                        entry.get(READ_ENTRY.WHAT),
                        previous);
                if (number != last + 1 || !digest.equals(entry.get(READ_ENTRY.DIGEST))) {
                    return new Verdict(end, OptionalLong.of(last + 1));
                }
                last = number;
                previous = digest;
            }
            if (entries.size() < ENTRIES_AT_ONCE) {
                break;
            }
        }
        boolean isEnd = last == end.number() && previous.equals(end.digest());
        return new Verdict(end, isEnd ? OptionalLong.empty() : OptionalLong.of(last + 1));
    }
}

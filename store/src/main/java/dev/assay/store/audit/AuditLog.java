package dev.assay.store.audit;

import static dev.assay.store.schema.Tables.AUDIT_ENTRY;
import static dev.assay.store.schema.Tables.AUDIT_HEAD;

import dev.assay.store.fact.FactJson;
import dev.assay.store.time.UtcTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * The audit log: a chain of entries, each with the digest of the one before. An entry that was changed, put in or taken out breaks the chain
 * there. Who writes a whole new chain is found by whoever noted the number and digest of an earlier end.
 */
public final class AuditLog {

    private static final byte ONLY_ROW = 1;

    private static final int ENTRIES_AT_ONCE = 1_000;

    private final DSLContext dsl;

    /**
     * The log of a database.
     *
     * @param dsl the database
     */
    public AuditLog(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Where the chain ends.
     *
     * @param number the last entry's number; 0 for none
     * @param digest its digest; zeros for none
     */
    public record End(long number, String digest) {}

    /**
     * What came of a verification.
     *
     * @param end where the chain ends
     * @param broken the first entry at which it does not hold; empty if it is whole
     */
    public record Verdict(End end, OptionalLong broken) {}

    /**
     * Lets an act wait for all others before it writes anything, where two of the same kind would wait for each other's rows and for the log
     * in another order.
     *
     * @param tx the transaction
     */
    public static void await(DSLContext tx) {
        tx.select(AUDIT_HEAD.ENTRY_NO).from(AUDIT_HEAD).forUpdate().fetchSingle();
    }

    /**
     * Notes an act in the transaction that does it: both stand, or neither. Acts of different transactions wait for each other here.
     *
     * @param tx the transaction
     * @param act what was done
     * @param at when
     */
    public static void note(DSLContext tx, AuditAct act, Instant at) {
        Record head = tx.select(AUDIT_HEAD.ENTRY_NO, AUDIT_HEAD.DIGEST)
                .from(AUDIT_HEAD)
                .forUpdate()
                .fetchSingle();
        long number = head.get(AUDIT_HEAD.ENTRY_NO) + 1;
        String previous = head.get(AUDIT_HEAD.DIGEST);
        LocalDateTime utc = UtcTime.column(at);
        String detail = FactJson.write(act.detail());
        String digest = digest(number, utc, act.actor(), act.act(), act.subject(), detail, previous);
        tx.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.ENTRY_NO, number)
                .set(AUDIT_ENTRY.AT, utc)
                .set(AUDIT_ENTRY.ACTOR, act.actor())
                .set(AUDIT_ENTRY.ACT, act.act())
                .set(AUDIT_ENTRY.SUBJECT, act.subject())
                .set(AUDIT_ENTRY.DETAIL, detail)
                .set(AUDIT_ENTRY.PREVIOUS, previous)
                .set(AUDIT_ENTRY.DIGEST, digest)
                .execute();
        tx.update(AUDIT_HEAD)
                .set(AUDIT_HEAD.ENTRY_NO, number)
                .set(AUDIT_HEAD.DIGEST, digest)
                .where(AUDIT_HEAD.ONLY_ROW.eq(ONLY_ROW))
                .execute();
    }

    /**
     * Notes an act that was done already, in a transaction of its own.
     *
     * @param act what was done
     * @param at when
     */
    public void note(AuditAct act, Instant at) {
        dsl.transaction(configuration -> note(configuration.dsl(), act, at));
    }

    /**
     * A part of the log, newest first.
     *
     * @param which which entries
     * @param offset how many to leave out, at least 0
     * @param limit the most to give
     * @return the entries
     */
    public List<AuditEntry> newest(AuditQuery which, int offset, int limit) {
        return dsl.selectFrom(AUDIT_ENTRY)
                .where(which.condition())
                .orderBy(AUDIT_ENTRY.ENTRY_NO.desc())
                .limit(offset, limit)
                .fetch(AuditLog::entry);
    }

    /**
     * How many entries there are.
     *
     * @param which which entries
     * @return how many
     */
    public int count(AuditQuery which) {
        return dsl.fetchCount(AUDIT_ENTRY, which.condition());
    }

    /**
     * Follows the chain from its beginning.
     *
     * @param noted an end that somebody noted earlier; null for none
     * @return where it ends, and where it is broken
     */
    public Verdict verify(@Nullable End noted) {
        return dsl.transactionResult(configuration -> verify(configuration.dsl(), noted));
    }

    private static Verdict verify(DSLContext tx, @Nullable End noted) {
        Record head = tx.select(AUDIT_HEAD.ENTRY_NO, AUDIT_HEAD.DIGEST)
                .from(AUDIT_HEAD)
                .fetchSingle();
        End end = new End(head.get(AUDIT_HEAD.ENTRY_NO), head.get(AUDIT_HEAD.DIGEST));
        String previous = "0".repeat(end.digest().length());
        long last = 0;
        while (true) {
            List<Record> entries = tx.select()
                    .from(AUDIT_ENTRY)
                    .where(AUDIT_ENTRY.ENTRY_NO.gt(last))
                    .orderBy(AUDIT_ENTRY.ENTRY_NO)
                    .limit(ENTRIES_AT_ONCE)
                    .fetch()
                    .map(row -> row);
            for (Record entry : entries) {
                long number = entry.get(AUDIT_ENTRY.ENTRY_NO);
                if (number != last + 1 || !isWhole(entry, previous) || contradicts(entry, noted)) {
                    return new Verdict(end, OptionalLong.of(last + 1));
                }
                last = number;
                previous = entry.get(AUDIT_ENTRY.DIGEST);
            }
            if (entries.size() < ENTRIES_AT_ONCE) {
                break;
            }
        }
        boolean isEnd = last == end.number() && previous.equals(end.digest());
        boolean isLongEnough = noted == null || noted.number() <= last;
        return new Verdict(end, isEnd && isLongEnough ? OptionalLong.empty() : OptionalLong.of(last + 1));
    }

    private static boolean isWhole(Record entry, String previous) {
        return entry.get(AUDIT_ENTRY.PREVIOUS).equals(previous)
                && entry.get(AUDIT_ENTRY.DIGEST)
                        .equals(digest(
                                entry.get(AUDIT_ENTRY.ENTRY_NO),
                                entry.get(AUDIT_ENTRY.AT),
                                entry.get(AUDIT_ENTRY.ACTOR),
                                entry.get(AUDIT_ENTRY.ACT),
                                entry.get(AUDIT_ENTRY.SUBJECT),
                                entry.get(AUDIT_ENTRY.DETAIL),
                                previous));
    }

    private static boolean contradicts(Record entry, @Nullable End noted) {
        return noted != null
                && entry.get(AUDIT_ENTRY.ENTRY_NO) == noted.number()
                && !entry.get(AUDIT_ENTRY.DIGEST).equals(noted.digest());
    }

    /** Each part with its length before it, so that no two entries write the same bytes. */
    static String digest(Object... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
                sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static AuditEntry entry(Record row) {
        return new AuditEntry(
                row.get(AUDIT_ENTRY.ENTRY_NO),
                UtcTime.instant(row.get(AUDIT_ENTRY.AT)),
                row.get(AUDIT_ENTRY.ACTOR),
                row.get(AUDIT_ENTRY.ACT),
                row.get(AUDIT_ENTRY.SUBJECT),
                FactJson.read(row.get(AUDIT_ENTRY.DETAIL)),
                row.get(AUDIT_ENTRY.DIGEST));
    }

    /**
     * An end as people note it.
     *
     * @param text number and digest with a colon between
     * @return it; empty if the text is none
     */
    public static Optional<End> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1
                || !text.substring(0, colon).matches("\\d{1,18}")
                || !text.substring(colon + 1).matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        return Optional.of(new End(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1)));
    }
}

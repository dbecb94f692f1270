package dev.assay.store.register;

import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.store.database.Database;
import dev.assay.store.database.NamedLock;
import dev.assay.store.rating.StandingCounts;
import dev.assay.store.time.RecordedTime;
import dev.assay.store.time.UtcTime;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Merges businesses that were found to be one, and parts them again. No fact is moved: each stays under its own business, and whoever reads
 * the file of the one that goes on reads those of the merged one with it, from the instant of the merge to that of the parting.
 */
public final class BusinessMerges {

    private static final String LOCK = "job-import";

    private static final String OF_BUSINESS = """
            SELECT m.scheme AS merged_scheme, m.identity AS merged_identity, m.name AS merged_name,
              i.scheme AS into_scheme, i.identity AS into_identity, i.name AS into_name,
              l.linked_at, l.linked_by, l.reason, l.unlinked_at, l.unlinked_by, l.unlinked_reason
            FROM business_link l
            JOIN business m ON m.business_key = l.merged_key
            JOIN business i ON i.business_key = l.into_key
            WHERE l.merged_key = ? OR l.into_key = ?
            ORDER BY l.link_id DESC
            """;

    private final Database database;
    private final TransactionTemplate transaction;

    /**
     * Merges in a database.
     *
     * @param database it
     */
    public BusinessMerges(Database database) {
        this.database = database;
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    }

    /** What became of it. */
    public enum Outcome {
        /** It is done. */
        DONE,
        /** One of the two is not known. */
        NO_SUCH_BUSINESS,
        /** Both are the same business already. */
        SAME,
        /** One of the two is merged into another, or others are merged into the one to be merged; those have to be parted first. */
        CHAINED,
        /** It is not merged into any. */
        NOT_MERGED,
        /** A file is being taken in; it can be done when that has ended. */
        BUSY
    }

    /**
     * Every merge that a business took part in.
     *
     * @param key the store's key of the business
     * @return them, the newest first
     */
    public List<BusinessLink> of(long key) {
        return dsl().fetch(OF_BUSINESS, key, key).map(BusinessMerges::link);
    }

    /**
     * The business that goes on for a business.
     *
     * @param key the store's key of the business
     * @return the key of the one that it is merged into now, or its own
     */
    public long survivorOf(long key) {
        return dsl().fetchOptional(
                        "SELECT into_key FROM business_link WHERE merged_key = ? AND unlinked_at IS NULL", key)
                .map(row -> row.get(0, Long.class))
                .orElse(key);
    }

    /**
     * Merges a business into another.
     *
     * @param merged an identity of the business that is read with the other from now on
     * @param into an identity of the business that goes on
     * @param decision who decides, when and why
     * @return what became of it
     */
    public Outcome merge(Identity merged, Identity into, Decision decision) {
        return alone(() -> {
            Optional<Long> one = key(merged);
            Optional<Long> other = key(into);
            if (one.isEmpty() || other.isEmpty()) {
                return Outcome.NO_SUCH_BUSINESS;
            }
            long from = one.get();
            long to = other.get();
            if (from == to) {
                return Outcome.SAME;
            }
            boolean chained = dsl().fetchOptional(
                            "SELECT link_id FROM business_link WHERE unlinked_at IS NULL AND (merged_key IN (?, ?) OR into_key = ?) LIMIT 1",
                            from,
                            to,
                            from)
                    .isPresent();
            if (chained) {
                return Outcome.CHAINED;
            }
            LocalDateTime at = RecordedTime.next(dsl(), decision.at());
            dsl().execute(
                            "INSERT INTO business_link (merged_key, into_key, linked_at, linked_by, reason) VALUES (?, ?, ?, ?, ?)",
                            from,
                            to,
                            at,
                            decision.by(),
                            decision.reason());
            touch(from, to, at);
            return Outcome.DONE;
        });
    }

    /**
     * Parts a business from the one that it is merged into.
     *
     * @param merged an identity of the merged business
     * @param decision who decides, when and why
     * @return what became of it
     */
    public Outcome part(Identity merged, Decision decision) {
        return alone(() -> {
            Optional<Long> key = key(merged);
            if (key.isEmpty()) {
                return Outcome.NO_SUCH_BUSINESS;
            }
            Optional<Long> into = dsl().fetchOptional(
                            "SELECT into_key FROM business_link WHERE merged_key = ? AND unlinked_at IS NULL",
                            key.get())
                    .map(row -> row.get(0, Long.class));
            if (into.isEmpty()) {
                return Outcome.NOT_MERGED;
            }
            LocalDateTime at = RecordedTime.next(dsl(), decision.at());
            dsl().execute("""
                            UPDATE business_link SET unlinked_at = ?, unlinked_by = ?, unlinked_reason = ?
                            WHERE merged_key = ? AND unlinked_at IS NULL
                            """, at, decision.by(), decision.reason(), key.get());
            touch(key.get(), into.get(), at);
            return Outcome.DONE;
        });
    }

    /** Both are rated anew; of the merged one no rating stands. */
    private void touch(long merged, long into, LocalDateTime at) {
        dsl().execute("UPDATE business SET changed_at = ? WHERE business_key IN (?, ?)", at, merged, into);
        new StandingCounts(dsl()).takeAway(merged);
        dsl().execute("UPDATE rating SET newest = FALSE WHERE business_key = ? AND newest", merged);
    }

    private Optional<Long> key(Identity identity) {
        return dsl().fetchOptional(
                        "SELECT business_key FROM identity WHERE scheme = ? AND identity = ?",
                        identity.scheme(),
                        identity.value())
                .map(row -> row.get(0, Long.class));
    }

    private static BusinessLink link(Record row) {
        LocalDateTime parted = row.get("unlinked_at", LocalDateTime.class);
        return new BusinessLink(
                identity(row, "merged"),
                row.get("merged_name", String.class),
                identity(row, "into"),
                row.get("into_name", String.class),
                UtcTime.instant(row.get("linked_at", LocalDateTime.class)),
                row.get("linked_by", String.class),
                row.get("reason", String.class),
                parted == null ? null : parted(row, parted));
    }

    private static BusinessLink.@Nullable Parted parted(Record row, LocalDateTime at) {
        return new BusinessLink.Parted(
                UtcTime.instant(at), row.get("unlinked_by", String.class), row.get("unlinked_reason", String.class));
    }

    private static Identity identity(Record row, String which) {
        return new Identity(row.get(which + "_scheme", String.class), row.get(which + "_identity", String.class));
    }

    private DSLContext dsl() {
        return database.dsl();
    }

    private Outcome alone(Supplier<Outcome> work) {
        Optional<NamedLock> lock = NamedLock.tryAcquire(database, LOCK);
        if (lock.isEmpty()) {
            return Outcome.BUSY;
        }
        try (NamedLock _ = lock.get()) {
            return Objects.requireNonNull(transaction.execute(_ -> work.get()));
        }
    }
}

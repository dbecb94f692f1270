package dev.assay.store.publication;

import static dev.assay.store.schema.Tables.CHANGE_ENTRY;
import static dev.assay.store.schema.Tables.PUBLISHED_ITEM;

import dev.assay.core.publication.Chain;
import dev.assay.core.publication.Change;
import dev.assay.core.publication.ChangeOperation;
import dev.assay.core.publication.ChangeReason;
import dev.assay.core.publication.ItemId;
import dev.assay.store.time.UtcTime;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The append-only log of everything that is published, in one chain for each visibility. The publish job writes what came of a night, and
 * whoever decides on a single item writes that in the transaction of the decision.
 */
public final class ChangeLog {

    private static final InsertedRows FEW = new InsertedRows();

    private final DSLContext dsl;

    /**
     * The log of a database.
     *
     * @param dsl the database
     */
    public ChangeLog(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Publishes an item as it stands now, in the transaction that made it so: both stand, or neither. Transactions that publish wait for each
     * other here, so it should be the last that they do.
     *
     * @param tx the transaction
     * @param item the item; if it was published in another chain, it is withdrawn there
     * @param reason why
     * @param at when
     * @return false if it was published just so before, and nothing changed
     */
    public static boolean publish(DSLContext tx, PublishedItem item, ChangeReason reason, Instant at) {
        return new ChainWriter(tx, FEW, at).write(List.of(new Wish.Present(item, null)), (_, _, _) -> reason, false)
                > 0;
    }

    /**
     * Withdraws an item, in the transaction by which its publication ends. Its contents are gone from the store with that.
     *
     * @param tx the transaction
     * @param item the item
     * @param reason why
     * @param at when
     * @return false if it was not published
     */
    public static boolean withdraw(DSLContext tx, ItemId item, ChangeReason reason, Instant at) {
        return new ChainWriter(tx, FEW, at).write(List.of(new Wish.Absent(item, 0, null)), (_, _, _) -> reason, false)
                > 0;
    }

    /**
     * How a chain stands.
     *
     * @param chain the chain
     * @return its head
     */
    public ChainHead head(Chain chain) {
        return ChainHeads.get(dsl, chain);
    }

    /**
     * A part of a chain.
     *
     * @param chain the chain
     * @param number of the last change that was read; 0 from the beginning
     * @param limit the most to give
     * @return the changes that follow, without a gap
     */
    public List<LoggedChange> after(Chain chain, long number, int limit) {
        return dsl.select(List.of(CHANGE_ENTRY.fields()))
                .select(PUBLISHED_ITEM.CONTENT)
                .from(CHANGE_ENTRY)
                .leftJoin(PUBLISHED_ITEM)
                .on(PUBLISHED_ITEM.CHAIN.eq(CHANGE_ENTRY.CHAIN).and(PUBLISHED_ITEM.NUMBER.eq(CHANGE_ENTRY.NUMBER)))
                .where(CHANGE_ENTRY.CHAIN.eq(chain.code()).and(CHANGE_ENTRY.NUMBER.gt(number)))
                .orderBy(CHANGE_ENTRY.NUMBER)
                .limit(limit)
                .fetch(row -> new LoggedChange(change(row), row.get(PUBLISHED_ITEM.CONTENT)));
    }

    /**
     * Whether something was withdrawn since.
     *
     * @param chain the chain
     * @param number of the last change that counts as before
     * @return true if a later change withdrew an item
     */
    public boolean hasWithdrawnAfter(Chain chain, long number) {
        return dsl.fetchExists(
                CHANGE_ENTRY,
                CHANGE_ENTRY
                        .CHAIN
                        .eq(chain.code())
                        .and(CHANGE_ENTRY.NUMBER.gt(number))
                        .and(CHANGE_ENTRY.OPERATION.eq(ChangeOperation.WITHDRAW.code())));
    }

    static Change change(Record row) {
        return new Change(
                Chain.get(row.get(CHANGE_ENTRY.CHAIN)),
                row.get(CHANGE_ENTRY.NUMBER),
                UtcTime.instant(row.get(CHANGE_ENTRY.AT)),
                ChangeOperation.get(row.get(CHANGE_ENTRY.OPERATION)),
                new ItemId(row.get(CHANGE_ENTRY.KIND), row.get(CHANGE_ENTRY.ITEM_KEY)),
                ChangeReason.get(row.get(CHANGE_ENTRY.REASON)),
                row.get(CHANGE_ENTRY.WAS),
                row.get(CHANGE_ENTRY.CONTENT_HASH),
                row.get(CHANGE_ENTRY.PREVIOUS),
                row.get(CHANGE_ENTRY.HASH));
    }
}

package dev.assay.store.publication;

import static dev.assay.store.schema.Tables.CHANGE_ENTRY;
import static dev.assay.store.schema.Tables.PUBLISHED_ITEM;

import dev.assay.core.publication.Change;
import dev.assay.store.time.UtcTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Writes a few changes with an insert each. */
final class InsertedRows implements ChainWriter.ChangeRows {

    @Override
    public void add(DSLContext tx, List<Change> changes, Map<Long, PublishedItem> published) {
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            tx.insertInto(CHANGE_ENTRY)
                    .set(CHANGE_ENTRY.CHAIN, change.chain().code())
                    .set(CHANGE_ENTRY.NUMBER, change.number())
                    .set(CHANGE_ENTRY.AT, UtcTime.column(change.at()))
                    .set(CHANGE_ENTRY.OPERATION, change.operation().code())
                    .set(CHANGE_ENTRY.KIND, change.item().kind())
                    .set(CHANGE_ENTRY.ITEM_KEY, change.item().key())
                    .set(CHANGE_ENTRY.REASON, change.reason().code())
                    .set(CHANGE_ENTRY.WAS, change.was())
                    .set(CHANGE_ENTRY.CONTENT_HASH, change.contentHash())
                    .set(CHANGE_ENTRY.PREVIOUS, change.previous())
                    .set(CHANGE_ENTRY.HASH, change.hash())
                    .execute();
            PublishedItem item = published.get((long) i);
            if (item != null) {
                insert(tx, change, item);
            }
        }
    }

    private static void insert(DSLContext tx, Change change, PublishedItem item) {
        tx.insertInto(PUBLISHED_ITEM)
                .set(PUBLISHED_ITEM.KIND, item.id().kind())
                .set(PUBLISHED_ITEM.SERIES, item.series())
                .set(PUBLISHED_ITEM.PLACE, item.place())
                .set(PUBLISHED_ITEM.ITEM_KEY, item.id().key())
                .set(PUBLISHED_ITEM.CHAIN, item.chain().code())
                .set(PUBLISHED_ITEM.NUMBER, change.number())
                .set(PUBLISHED_ITEM.CONTENT_HASH, change.contentHash())
                .set(PUBLISHED_ITEM.CONTENT, item.content())
                .execute();
    }
}

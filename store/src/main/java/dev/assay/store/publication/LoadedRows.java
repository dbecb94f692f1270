package dev.assay.store.publication;

import dev.assay.core.publication.Change;
import dev.assay.store.load.BulkLoader;
import dev.assay.store.load.TableTarget;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Writes many changes with the bulk loader, over a connection of its pool. */
final class LoadedRows implements ChainWriter.ChangeRows {

    private static final TableTarget ENTRIES = TableTarget.of(
            "change_entry",
            "chain",
            "number",
            "at",
            "operation",
            "kind",
            "item_key",
            "reason",
            "was",
            "content_hash",
            "previous",
            "hash");

    private static final TableTarget ITEMS = TableTarget.of(
            "published_item", "kind", "series", "place", "item_key", "chain", "number", "content_hash", "content");

    private final BulkLoader loader;

    LoadedRows(BulkLoader loader) {
        this.loader = loader;
    }

    @Override
    public void add(DSLContext tx, List<Change> changes, Map<Long, PublishedItem> published) {
        tx.connection(connection -> {
            loader.load(
                    connection,
                    ENTRIES,
                    sink -> changes.forEach(change -> sink.text(change.chain().code())
                            .number(change.number())
                            .instant(change.at())
                            .text(change.operation().code())
                            .text(change.item().kind())
                            .text(change.item().key())
                            .text(change.reason().code())
                            .text(change.was())
                            .text(change.contentHash())
                            .text(change.previous())
                            .text(change.hash())
                            .end()));
            loader.load(connection, ITEMS, sink -> {
                for (int i = 0; i < changes.size(); i++) {
                    PublishedItem item = published.get((long) i);
                    if (item != null) {
                        sink.text(item.id().kind())
                                .text(item.series())
                                .number(item.place())
                                .text(item.id().key())
                                .text(item.chain().code())
                                .number(changes.get(i).number())
                                .text(changes.get(i).contentHash())
                                .text(item.content())
                                .end();
                    }
                }
            });
        });
    }
}

package dev.assay.store.publication;

import dev.assay.core.publication.ItemId;
import org.jspecify.annotations.Nullable;

/** What is to become of an item. */
sealed interface Wish {

    /** The item. */
    ItemId id();

    /** The hash that was seen of its content when the wish came up; null where the item was not there. */
    @Nullable
    String seen();

    /** It is to be published as it stands now. */
    record Present(PublishedItem item, @Nullable String seen) implements Wish {
        @Override
        public ItemId id() {
            return item.id();
        }
    }

    /** It is to go. */
    record Absent(ItemId id, long place, @Nullable String seen) implements Wish {}
}

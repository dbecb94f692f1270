package dev.assay.store.publication;

import dev.assay.core.publication.ChangeReason;
import org.jspecify.annotations.Nullable;

/** Says why something that is published changes. */
@FunctionalInterface
public interface Grounds {

    /**
     * Says why.
     *
     * @param place where the item stands in the order of its series, such as by the store's key of the business
     * @param before the content until then, as canonical JSON; null where the item comes in
     * @param now the content from then on; null where the item goes
     * @return the reason
     */
    ChangeReason of(long place, @Nullable String before, @Nullable String now);
}

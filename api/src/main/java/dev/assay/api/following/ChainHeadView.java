package dev.assay.api.following;

import dev.assay.store.publication.ChainHead;
import io.swagger.v3.oas.annotations.media.Schema;

/** How a chain stands. */
public record ChainHeadView(
        @Schema(description = "Number of its last change; 0 before the first")
        long number,

        @Schema(description = "Hash of its last change; zeros before the first")
        String hash,

        @Schema(description = "How many items are published in it")
        long count,

        @Schema(description = "Digest of the set of those items, in short: whoever followed all changes has the same")
        String digest) {

    /**
     * The view of a head.
     *
     * @param head the head
     * @return its view
     */
    static ChainHeadView of(ChainHead head) {
        return new ChainHeadView(
                head.end().number(),
                head.end().hash(),
                head.items(),
                head.digest().shortened());
    }
}

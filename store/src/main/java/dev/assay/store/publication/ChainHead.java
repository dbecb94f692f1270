package dev.assay.store.publication;

import dev.assay.core.publication.Chain;
import dev.assay.core.publication.ChainEnd;
import dev.assay.core.publication.SetDigest;

/**
 * How a chain stands.
 *
 * @param chain the chain
 * @param end its last change
 * @param items how many items are published in it
 * @param digest the digest of those items
 */
public record ChainHead(Chain chain, ChainEnd end, long items, SetDigest digest) {}

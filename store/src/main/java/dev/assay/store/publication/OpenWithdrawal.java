package dev.assay.store.publication;

import dev.assay.core.publication.Change;

/**
 * A withdrawal that a partner which took the item has not acknowledged.
 *
 * @param partner the partner's account
 * @param change the withdrawal
 */
public record OpenWithdrawal(String partner, Change change) {}

package dev.assay.store.fact;

import dev.assay.core.creditfile.CreditFile;

/**
 * A credit file and the store's key of its business.
 *
 * @param businessKey the key
 * @param file the file; without facts where none of the business's facts stood at the cut
 */
public record StoredCreditFile(long businessKey, CreditFile file) {}

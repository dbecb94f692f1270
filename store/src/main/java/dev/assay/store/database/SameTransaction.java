package dev.assay.store.database;

import org.jooq.DSLContext;

/** What is done together with something else, in its transaction: both stand, or neither. */
@FunctionalInterface
public interface SameTransaction {

    /** Nothing more. */
    SameTransaction NOTHING = tx -> {};

    /**
     * Does it.
     *
     * @param tx the transaction; none may be begun within it
     */
    void carry(DSLContext tx);
}

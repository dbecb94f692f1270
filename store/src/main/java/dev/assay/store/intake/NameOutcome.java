package dev.assay.store.intake;

import dev.assay.core.identity.Identity;

/** What a resolver says of a record that names its business by name. */
public sealed interface NameOutcome {

    /**
     * One of the record's identities is known.
     *
     * @param identity the principal identity of the business
     */
    record Known(Identity identity) implements NameOutcome {}

    /**
     * The name is that of a business.
     *
     * @param identity the principal identity of the business
     */
    record Match(Identity identity) implements NameOutcome {}

    /** Nothing is like it, and the business is to be added. */
    record Added() implements NameOutcome {}

    /**
     * A person decides.
     *
     * @param doubt why, in one word
     * @param candidates those that it may be, each with its score part by part, as {@link dev.assay.store.fact.FactJson} writes them
     */
    record Review(String doubt, String candidates) implements NameOutcome {}

    /** Nothing is like it. */
    record None() implements NameOutcome {}
}

package dev.assay.batch.proposal;

import java.util.Set;

/** The ideas that come from the form of a header and not from a word of the vocabulary. */
final class Ideas {

    /** Two things are named side by side. */
    static final String CONJUNCTION = "conjunction";

    /** A word that means nothing by itself; the vocabulary lists them. */
    static final String PARTICLE = "particle";

    /** The header is the name of something that a test looks for. */
    static final String SUBSTANCE = "substance";

    /** The header is a list of such names. */
    static final String SUBSTANCES = "substances";

    /** Those that a rule may name without the vocabulary listing words for them. */
    static final Set<String> OF_FORM = Set.of(CONJUNCTION, SUBSTANCE, SUBSTANCES);

    private Ideas() {}
}

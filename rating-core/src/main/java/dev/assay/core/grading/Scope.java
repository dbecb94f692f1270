package dev.assay.core.grading;

/** What a model grades. Credit belongs to the business, food risk to the licence. */
public enum Scope {
    /** The business as a whole. */
    BUSINESS,
    /** Each of its licences that is of a sector which the model covers. */
    LICENCE
}

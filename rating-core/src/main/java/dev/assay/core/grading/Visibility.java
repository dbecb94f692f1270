package dev.assay.core.grading;

/** Who may see a model's grades. */
public enum Visibility {
    /** Anyone. */
    PUBLIC,
    /** Authorities and bodies with a login of their own. */
    PARTNERS,
    /** The authority that rates, and no one else. */
    INTERNAL
}

package dev.assay.core.grading;

/** Where a subject stands under a model. Only {@link #RATED} has a grade: what is not known is a state and never a number. */
public enum RatingState {
    /** Graded. */
    RATED,
    /** New, and not yet inspected, so that the model gives no grade. */
    NEW,
    /** The model applies, but the file lacks what it needs; or the model does not cover the subject. */
    NOT_RATED,
    /** The model's law exempts it. */
    EXEMPT,
    /** A grade is made but waits: for publication, a hearing or an appeal. */
    PENDING,
    /** The licence does not stand: expired, revoked, withdrawn, cancelled, or the business is suspended. */
    SUSPENDED
}

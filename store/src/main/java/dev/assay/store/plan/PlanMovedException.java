package dev.assay.store.plan;

/** A plan cannot be moved: it does not stand where the move begins, somebody else moved it or what it was made on, or the law is against it. Nothing was changed. */
public final class PlanMovedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    PlanMovedException(String message) {
        super(message);
    }
}

package dev.assay.store.work;

/** An assignment does not stand where a move begins, or somebody else moved it in the meantime. Nothing was changed. */
public final class AssignmentMovedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a move.
     *
     * @param seen the assignment as it was seen
     * @param move the move
     */
    public AssignmentMovedException(Assignment seen, String move) {
        super(
                "The assignment (%d) is %s and cannot be %s now, or somebody else has moved it in the meantime.%nMaybe look at it again."
                        .formatted(seen.id(), seen.state(), move));
    }
}

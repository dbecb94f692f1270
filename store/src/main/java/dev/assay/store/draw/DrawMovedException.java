package dev.assay.store.draw;

/** A draw does not stand where a move begins, or somebody else moved it in the meantime. Nothing was changed. */
public final class DrawMovedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a move.
     *
     * @param seen the draw as it was seen
     * @param move the move
     */
    public DrawMovedException(StoredDraw seen, String move) {
        super(
                "The draw (%d) is %s, and cannot be %s now, or somebody else has moved it in the meantime.%nMaybe look at it again."
                        .formatted(seen.id(), seen.state(), move));
    }
}

package dev.assay.core.draw;

/** A text that is no draw file. */
public final class DrawFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a text.
     *
     * @param line the line, from 1
     * @param what what is wrong there
     */
    public DrawFormatException(int line, String what) {
        super(
                "Line %d of the draw's file cannot be read: %s.%nMaybe it was changed, or cut off on its way; docs/draw.md says how it is written."
                        .formatted(line, what));
    }
}

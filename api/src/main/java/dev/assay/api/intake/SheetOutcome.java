package dev.assay.api.intake;

/** What became of a sheet that somebody uploaded. */
public sealed interface SheetOutcome {

    /**
     * It was taken in.
     *
     * @param run the import, whose manifest accounts for every row
     */
    record TakenIn(long run) implements SheetOutcome {}

    /**
     * Nothing of it was taken in.
     *
     * @param why why not
     * @param detail what is wrong with which file, and what to do; empty where the reason says it all
     */
    record NotTaken(Why why, String detail) implements SheetOutcome {}

    /** Why nothing was taken in. */
    enum Why {
        /** No file was chosen, or it holds nothing. */
        EMPTY,
        /** It has more bytes than a sheet may have. */
        TOO_LARGE,
        /** It is no sheet of refused rows. */
        NO_SHEET,
        /** It cannot be used. */
        REFUSED,
        /** A file is being taken in. */
        BUSY,
        /** The import failed; the same file goes on with it. */
        FAILED
    }
}

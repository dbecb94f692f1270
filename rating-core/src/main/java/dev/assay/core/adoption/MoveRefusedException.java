package dev.assay.core.adoption;

/** A move in the life of a model's version that may not be made. Nothing was changed. */
public final class MoveRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a move may not be made. */
    public enum Refusal {
        /** Who wrote a text may not approve it. */
        OWN_WORK,
        /** Nothing comes into force, or goes out of it, on a day that has passed: grades of past days stand. */
        DAY_PAST,
        /** The day lies outside those of the law that the model carries out. */
        OUTSIDE_THE_LAW,
        /** What was simulated is not the text that stands now. */
        OTHER_TEXT,
        /** The text has faults. */
        FAULTY,
        /** A version on trial keeps its text until the trial has ended. */
        ON_TRIAL,
        /** The version does not stand where this move begins. */
        OUT_OF_ORDER,
        /** Somebody else has changed the version in the meantime. */
        CHANGED_SINCE,
        /** The reason is blank or too long. */
        NO_REASON
    }

    private final Refusal refusal;

    /**
     * A refusal.
     *
     * @param refusal why
     * @param message the same in words, with what to do
     */
    public MoveRefusedException(Refusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public Refusal refusal() {
        return refusal;
    }
}

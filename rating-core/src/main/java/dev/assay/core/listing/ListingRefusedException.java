package dev.assay.core.listing;

import java.time.LocalDate;

/** A step of a listing case that may not be taken. Nothing was changed. */
public final class ListingRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a step may not be taken. */
    public enum Refusal {
        /** The case does not stand where this step begins. */
        OUT_OF_ORDER,
        /** Who prepared the case may not decide it, and who decided may not give the consent of the level above. */
        OWN_WORK,
        /** The party may still answer. */
        TOO_EARLY,
        /** The term for it has passed. */
        TOO_LATE,
        /** A factor was not weighed. */
        NOT_WEIGHED,
        /** The party proved that it did not mean to: then it is not listed. */
        NO_INTENT,
        /** The penalty that the case rests on is sealed. */
        SEALED,
        /** The list is of persons, and nobody is named yet. */
        NO_PERSON,
        /** What was given is not a person's name. */
        BAD_PERSON,
        /** An authority of the level above gives the consent. */
        NOT_ABOVE,
        /** The reason is blank or too long, or a day is missing. */
        NO_REASON,
        /** Somebody else has moved the case in the meantime. */
        CHANGED_SINCE
    }

    private final Refusal refusal;

    /**
     * A refusal.
     *
     * @param refusal why
     * @param message the same in words, with what to do
     */
    public ListingRefusedException(Refusal refusal, String message) {
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

    static ListingRefusedException outOfOrder(String why) {
        return new ListingRefusedException(
                Refusal.OUT_OF_ORDER, "%s%nMaybe look at what is next on the case.".formatted(why));
    }

    static void checkOrder(LocalDate day, LocalDate earlier) {
        if (day.isBefore(earlier)) {
            throw new ListingRefusedException(
                    Refusal.TOO_EARLY,
                    "The day (%s) lies before that of the step before it (%s).%nMaybe the last run was given a day in the future."
                            .formatted(day, earlier));
        }
    }
}

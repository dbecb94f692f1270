package dev.assay.core.publication;

import java.util.Locale;

/** Why something that is published changed. */
public enum ChangeReason {
    /** A new record, or the first time that the item is published. */
    NEW_RECORD,
    /** The item was wrong, or is described otherwise now. */
    CORRECTION,
    /** Another version of the model or of the rules made it. */
    RULE_CHANGE,
    /** A person decided otherwise, such as by setting a grade. */
    DECISION,
    /** An objection was upheld, or marks the item while it is looked at. */
    OBJECTION,
    /** Its time is over: a publication period, a licence, a window of a rule. */
    EXPIRY,
    /** Its credit was repaired. */
    REPAIR,
    /** What it rests on was annulled. */
    ANNULMENT,
    /** The model was retired, and none came in its place. */
    RETIREMENT,
    /** Its model or list states another visibility. */
    VISIBILITY,
    /** The business was found to be one with another. */
    MERGE,
    /** No record names its subject any more. */
    ABSENCE;

    /**
     * The word for it in the store, in files and in the API.
     *
     * @return such as {@code new-record}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A reason by its word.
     *
     * @param code the word
     * @return the reason
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ChangeReason get(String code) {
        for (ChangeReason reason : values()) {
            if (reason.code().equals(code)) {
                return reason;
            }
        }
        throw new IllegalArgumentException(
                "There is no reason of a change (%s).%nMaybe a newer version wrote it.".formatted(code));
    }
}

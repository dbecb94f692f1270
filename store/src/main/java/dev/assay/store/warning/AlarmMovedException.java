package dev.assay.store.warning;

/** An alarm is not any more what somebody saw who wants to move it. */
public final class AlarmMovedException extends IllegalArgumentException {

    /**
     * Says so.
     *
     * @param id the alarm's number
     */
    public AlarmMovedException(long id) {
        super("Somebody else has moved the alarm (%d) in the meantime.%nMaybe look at it again.".formatted(id));
    }
}

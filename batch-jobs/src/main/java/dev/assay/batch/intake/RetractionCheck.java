package dev.assay.batch.intake;

/** Whether a full state may retract whatever it lacks. */
public enum RetractionCheck {
    /** One that would retract more than a tenth of what stands waits for somebody to look. */
    WAIT,
    /** Somebody looked at the file, and what it lacks is to be retracted, however much it is. */
    CONFIRMED
}

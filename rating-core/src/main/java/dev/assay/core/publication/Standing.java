package dev.assay.core.publication;

/** Whether what was made counts. */
public enum Standing {
    /** It counts. */
    IN_FORCE,
    /** It counted; what made it was retired. */
    RETIRED,
    /** It never counted: made on trial, beside what counts, or held until a person has looked. */
    TRIAL
}

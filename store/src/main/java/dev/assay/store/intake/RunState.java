package dev.assay.store.intake;

/** How far the import of a file has come. The names are those that the store keeps. */
public enum RunState {
    /** Under way, or interrupted. */
    STAGING,
    /** Its facts are visible. */
    PUBLISHED,
    /** It ended without a trace in the facts. */
    FAILED,
    /** A full state that would retract so much that somebody has to look first; nothing of it is visible. */
    WAITING,
    /** It waited until the same file was taken in again. */
    REPEATED
}

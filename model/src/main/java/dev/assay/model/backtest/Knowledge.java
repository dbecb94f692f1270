package dev.assay.model.backtest;

/** Which of the facts that had happened by a past day may be read on it. */
public enum Knowledge {
    /** Those that their source had made known by that day ({@code knownOn}). */
    THEN,
    /** All that is known now; what was published late leaks into the past. */
    NOW
}

package dev.assay.model.backtest;

/** What came after the day on which a subject was graded. */
public enum Afterwards {
    /** It was looked at within the horizon, and something was found. */
    FOUND,
    /** It was looked at, and nothing was found. */
    CLEAN,
    /** Nobody looked within the horizon; nothing can be said of the grade. */
    UNSEEN
}

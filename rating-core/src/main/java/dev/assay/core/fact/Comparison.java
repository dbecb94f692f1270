package dev.assay.core.fact;

/** How a measured value stands to the number that is written with it. */
public enum Comparison {
    /** Less than the number: {@code ＜10}. */
    BELOW,
    /** The number or less: {@code ≤20μg/kg}. */
    AT_MOST,
    /** The number itself. */
    EQUAL,
    /** The number or more. */
    AT_LEAST,
    /** More than the number. */
    ABOVE
}

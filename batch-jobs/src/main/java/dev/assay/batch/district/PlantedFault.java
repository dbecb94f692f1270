package dev.assay.batch.district;

/** A fault written on purpose, as real feeds have them, so that refusing rows can be tried. */
public enum PlantedFault {
    /** A unified social credit code whose last character is not its check character. */
    WRONG_CHECK_CHARACTER,
    /** A day that no calendar has, such as 2025-02-30. */
    IMPOSSIBLE_DATE,
    /** A value that is not in the code list of its column. */
    UNKNOWN_CODE,
    /** A required column left empty. */
    MISSING_FIELD,
    /** A sampled unit that holds no licence in the district. */
    UNKNOWN_BUSINESS
}

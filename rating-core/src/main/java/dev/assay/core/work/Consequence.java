package dev.assay.core.work;

/** What follows from a visit at once (Order 49 articles 32, 33). */
public enum Consequence {
    /** Nothing: no item failed. */
    NONE("no-problem"),
    /** Slight, and corrected at once 当场整改. */
    CORRECTED("corrected"),
    /** Ordered in writing to be corrected by a day 责令改正. */
    ORDERED("problem-pending"),
    /** A key item failed and safety is touched: investigated 立案调查. */
    INVESTIGATED("problem-pending");

    private final String finding;

    Consequence(String finding) {
        this.finding = finding;
    }

    /**
     * What the spot-check codes call it.
     *
     * @return the finding
     */
    public String finding() {
        return finding;
    }
}

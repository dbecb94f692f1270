package dev.assay.core.warning;

/**
 * A series of failures in its newest period and in the past against which that is held.
 *
 * @param dimension by what the failures are put together
 * @param series the product, the item, the trade or the division
 * @param newest failures in the newest period, from 0
 * @param past failures in all past periods together, from 0
 * @param against what those periods are, and what was sampled in them
 */
public record Trend(Dimension dimension, String series, long newest, long past, Against against) {

    /** By what failures are put together. */
    public enum Dimension {
        /** The kind of food. */
        PRODUCT,
        /** The item that failed. */
        ITEM,
        /** The sector of the business. */
        TRADE,
        /** The division of the business. */
        DIVISION
    }

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is below nought
     */
    public Trend {
        if (newest < 0 || past < 0) {
            throw new IllegalArgumentException(
                    "The counts (%d, %d) of the series (%s) cannot be.%nMaybe a count was subtracted twice."
                            .formatted(newest, past, series));
        }
    }

    /**
     * All failures.
     *
     * @return newest and past together
     */
    public long all() {
        return newest + past;
    }
}

package dev.assay.core.warning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Against what the newest period of a series is held.
 *
 * @param periods how many past periods, each as long as the newest, from 1
 * @param years of how many past years they are the same season; 0 for the periods that run up to the newest
 * @param samples the samples taken, or null where they are not known for every period: then the periods count as equal
 */
public record Against(int periods, int years, @Nullable Samples samples) {

    /**
     * Samples taken of a series.
     *
     * @param newest in the newest period, from 1
     * @param past in all past periods together, from 1
     */
    public record Samples(long newest, long past) {

        /**
         * Checks the counts.
         *
         * @throws IllegalArgumentException if one is below 1
         */
        public Samples {
            if (newest < 1 || past < 1) {
                throw new IllegalArgumentException(
                        "The samples (%d newest, %d past) are no measure.%nMaybe hold the periods against each other instead."
                                .formatted(newest, past));
            }
        }
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no past period, or a number of years below nought
     */
    public Against {
        if (periods < 1 || years < 0) {
            throw new IllegalArgumentException(
                    "There is nothing to hold against in %d past periods of %d years.%nMaybe take 13 and 0."
                            .formatted(periods, years));
        }
    }

    /**
     * The periods that run up to the newest, as equals.
     *
     * @param periods how many
     * @return the same
     */
    public static Against running(int periods) {
        return new Against(periods, 0, null);
    }

    /**
     * What the newest period weighs: a failure without trend falls into it with this in the sum of both weights.
     *
     * @return its samples, or 1
     */
    public long newestWeight() {
        return samples == null ? 1 : samples.newest();
    }

    /**
     * What the past weighs.
     *
     * @return its samples, or the number of periods
     */
    public long pastWeight() {
        return samples == null ? periods : samples.past();
    }

    /**
     * The share of all failures that falls into the newest period without a trend.
     *
     * @return from 0 to 1, rounded to 4 places
     */
    public BigDecimal expected() {
        return BigDecimal.valueOf(newestWeight())
                .divide(
                        BigDecimal.valueOf(newestWeight()).add(BigDecimal.valueOf(pastWeight())),
                        4,
                        RoundingMode.HALF_UP);
    }
}

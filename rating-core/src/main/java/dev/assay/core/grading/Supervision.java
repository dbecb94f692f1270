package dev.assay.core.grading;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Routine inspections a year by grade 检查频次.
 *
 * @param id its id
 * @param counted the inspections from which the next is reckoned; no window
 * @param frequencies the frequency of each grade
 */
public record Supervision(String id, FactQuery counted, Map<String, Frequency> frequencies) {

    /** Copies the map. */
    public Supervision {
        frequencies = Map.copyOf(frequencies);
    }

    /**
     * Inspections a year.
     *
     * @param atLeast the lower bound, above zero: the figure that counts
     * @param atMost the upper bound, for display; null where the law names one figure or none
     * @param basis its legal ground
     */
    public record Frequency(BigDecimal atLeast, @Nullable BigDecimal atMost, Basis basis) {}
}

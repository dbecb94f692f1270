package dev.assay.model.simulation;

import dev.assay.core.grading.IndicatorRule;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The points of one indicator in both models, counted in ten bins of equal width from the fewest to the most points that either model can
 * give; a bound belongs to the bin above it, the last one to the last bin. Only subjects to which the indicator gave points are counted.
 */
final class PointBins {

    private static final int BINS = 10;

    private final Bilingual title;
    private final BigDecimal lowest;
    private final BigDecimal width;
    private final long[] before = new long[BINS];
    private final long[] after = new long[BINS];

    PointBins(IndicatorRule one, IndicatorRule other) {
        this.title = other.title();
        this.lowest = one.lowest().min(other.lowest());
        this.width = one.highest().max(other.highest()).subtract(lowest);
    }

    Bilingual title() {
        return title;
    }

    void countBefore(BigDecimal points) {
        before[bin(points)]++;
    }

    void countAfter(BigDecimal points) {
        after[bin(points)]++;
    }

    private int bin(BigDecimal points) {
        if (width.signum() == 0) {
            return 0;
        }
        int bin = points.subtract(lowest)
                .multiply(BigDecimal.valueOf(BINS))
                .divide(width, 0, RoundingMode.FLOOR)
                .intValue();
        return Math.clamp(bin, 0, BINS - 1);
    }

    void add(PointBins other) {
        for (int i = 0; i < BINS; i++) {
            before[i] += other.before[i];
            after[i] += other.after[i];
        }
    }

    Stability stability() {
        return Stability.of(before, after);
    }
}

package dev.assay.core.grading;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a number becomes points. */
public sealed interface Conversion {

    /**
     * The number times a factor, within limits.
     *
     * @param factor the points of one
     * @param least the fewest points; null for no limit
     * @param most the most points; null for no limit
     */
    record Factor(
            BigDecimal factor,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) implements Conversion {}

    /**
     * Steps of the number.
     *
     * @param steps the steps, from below; the last without a bound
     */
    record Stepwise(List<Scale.Step> steps) implements Conversion {
        /** Copies the list. */
        public Stepwise {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A straight line between two corners; before the first and after the second the points stay as they are there.
     *
     * @param from the corner with the lower number
     * @param to the corner with the higher number
     */
    record Line(Corner from, Corner to) implements Conversion {}

    /**
     * A corner of a line.
     *
     * @param number the number
     * @param points its points
     */
    record Corner(BigDecimal number, BigDecimal points) {}
}

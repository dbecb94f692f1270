package dev.assay.core.adoption;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many grades one run would change.
 *
 * @param standing subjects that have a grade or a state
 * @param changed of those, how many would have another one
 */
public record Turnover(long standing, long changed) {

    private static final int PLACES = 4;

    /**
     * The part that would change.
     *
     * @return from 0 to 1, rounded HALF_UP to 4 places; 0 where nothing stands
     */
    public BigDecimal share() {
        return standing == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(changed).divide(BigDecimal.valueOf(standing), PLACES, RoundingMode.HALF_UP);
    }
}

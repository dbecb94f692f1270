package dev.assay.core.adoption;

import java.math.BigDecimal;

/**
 * Holds a night's grades back when too many would change at once: then a feed or a model is more likely at fault than thousands of businesses.
 *
 * @param share the greatest share of standing grades that may change unseen, 0 to 1
 * @param atLeast so many changes always pass, so that a small register is not held for a handful, at least 0
 */
public record Brake(BigDecimal share, int atLeast) {

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if the share is not from 0 to 1, or the number is negative
     */
    public Brake {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0 || atLeast < 0) {
            throw new IllegalArgumentException(
                    "The brake (share %s, at least %d) is none.%nMaybe write the share as 0.10 and the number as 100."
                            .formatted(share, atLeast));
        }
    }

    /**
     * Whether a change of grades waits for a person.
     *
     * @param turnover what would change
     * @return true if it is more than both limits allow
     */
    public boolean holds(Turnover turnover) {
        BigDecimal allowed = share.multiply(BigDecimal.valueOf(turnover.standing()));
        return turnover.changed() > atLeast
                && BigDecimal.valueOf(turnover.changed()).compareTo(allowed) > 0;
    }
}

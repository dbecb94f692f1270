package dev.assay.core.planning;

/**
 * What soft constraints weigh against each other.
 *
 * @param late a day late, for each unit of a visit's weight
 * @param place a further place for a pair on one day
 * @param division a further division for a pair on one day
 * @param moved a visit that a new plan puts on another day than the old one
 * @param unplanned a visit left out, for each unit of its weight
 */
public record Weights(long late, long place, long division, long moved, long unplanned) {

    /** Checks that nothing pays for being worse. */
    public Weights {
        if (Math.min(Math.min(late, place), Math.min(division, Math.min(moved, unplanned))) < 0) {
            throw new IllegalArgumentException(
                    "A weight of the plan is less than 0.%nMaybe write 0 to leave it out.".formatted());
        }
    }
}

package dev.assay.core.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.text.Bilingual;
import java.util.Set;

/**
 * Gives a subject a state that is no grade.
 *
 * @param id its id
 * @param state the state, not {@link RatingState#RATED}
 * @param sectors the sectors to which it applies; empty for all
 * @param when what must hold
 * @param text why, for people
 * @param basis its legal ground
 */
public record StateRule(
        String id, RatingState state, Set<Sector> sectors, Condition when, Bilingual text, Basis basis) {

    /** Copies the set. */
    public StateRule {
        sectors = Set.copyOf(sectors);
    }
}

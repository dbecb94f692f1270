package dev.assay.core.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An indicator: what is read, and the points that it gives.
 *
 * @param id its id
 * @param title its name
 * @param group the group whose cap it shares, or null
 * @param sectors the sectors to which it applies; empty for all
 * @param when what must hold for it to be read
 * @param scale how facts become points
 * @param missing the points where there is nothing to read; null where it is required: then the subject is not rated
 * @param lowest the fewest points that it can give
 * @param highest the most points that it can give
 * @param basis its legal ground
 */
public record IndicatorRule(
        String id,
        Bilingual title,
        @Nullable Group group,
        Set<Sector> sectors,
        Condition when,
        Scale scale,
        @Nullable BigDecimal missing,
        BigDecimal lowest,
        BigDecimal highest,
        Basis basis) {

    /** Copies the set. */
    public IndicatorRule {
        sectors = Set.copyOf(sectors);
    }

    /**
     * Indicators whose points count together up to a cap.
     *
     * @param id its id
     * @param title its name
     * @param cap the most points in all
     * @param basis its legal ground
     */
    public record Group(String id, Bilingual title, BigDecimal cap, Basis basis) {}
}

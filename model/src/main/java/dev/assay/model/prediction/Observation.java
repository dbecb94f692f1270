package dev.assay.model.prediction;

import dev.assay.core.identity.Identity;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An inspection with what was known on the day before it, and what it found.
 *
 * @param business whose inspection
 * @param factKey the source's own key of the inspection
 * @param day its day
 * @param values the features as of the day before
 * @param found whether it found what is to be foretold
 * @param inspector who made it, or which group of them: for training and judging, never for scoring; null where that is not known
 * @param strata by which burden and errors are told apart (district, size, kind of business), by name
 * @param rulesScore what the rules of the definition's grading model gave as of the day before, higher being riskier; null where it gave none
 */
public record Observation(
        Identity business,
        String factKey,
        LocalDate day,
        FeatureValues values,
        boolean found,
        @Nullable String inspector,
        Map<String, String> strata,
        @Nullable Double rulesScore) {

    /** Copies the map. */
    public Observation {
        strata = Map.copyOf(strata);
    }

    /**
     * The same inspection with other values.
     *
     * @param others the values
     * @return the row
     */
    public Observation with(FeatureValues others) {
        return new Observation(business, factKey, day, others, found, inspector, strata, rulesScore);
    }
}

package dev.assay.model.prediction.reading;

import dev.assay.model.prediction.Observation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of which the file alone has been read: what was found elsewhere is still missing in its numbers.
 *
 * @param observation the row
 * @param look when it happened, when it was known, what it found
 */
public record Draft(Observation observation, Look look) {

    /**
     * Puts in what was found elsewhere.
     *
     * @param definition the definition
     * @param surroundings what was found elsewhere
     * @return the whole row
     */
    public Observation complete(PredictionDefinition definition, Surroundings surroundings) {
        FeatureReader.Row row = new FeatureReader.Row(observation.values(), look.around());
        return observation.with(row.complete(definition, surroundings, observation.day()));
    }

    /**
     * A look at a business, as it counts for others.
     *
     * @param known the first day on which it was known: it counts from the day after
     * @param found whether it found what is foretold
     * @param around of each rate, in their order, what the business has alike with others; null where nothing tells
     */
    @SuppressWarnings(
            "ArrayRecordComponent") // as many are made as there are inspections; the array is never shared with one who
    // writes
    public record Look(
            LocalDate known, boolean found, @Nullable String[] around) {}
}

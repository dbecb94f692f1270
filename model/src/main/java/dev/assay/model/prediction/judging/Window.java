package dev.assay.model.prediction.judging;

import dev.assay.core.text.Bilingual;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The days on which a prediction is judged.
 *
 * @param from the first day
 * @param to the last day
 * @param capacityDays a plan's length: the inspectors' capacity is what they really inspected in so many first days, at least 1
 * @param district the id of the stratum that is a place; days earlier are counted within it
 * @param strata by what burden and errors are told apart, with their names, in the order in which they are shown; at least the district
 * @param leftOut which inspections of these days are not judged
 */
public record Window(
        LocalDate from,
        LocalDate to,
        int capacityDays,
        String district,
        Map<String, Bilingual> strata,
        List<LeftOut> leftOut) {

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if there are no days, or the district is not among the strata
     */
    public Window {
        strata = Collections.unmodifiableMap(new LinkedHashMap<>(strata));
        leftOut = List.copyOf(leftOut);
        if (to.isBefore(from) || capacityDays < 1) {
            throw new IllegalArgumentException(
                    "The window from %s to %s with a plan of %d days has no days.%nMaybe the two days are swapped."
                            .formatted(from, to, capacityDays));
        }
        if (!strata.containsKey(district)) {
            throw new IllegalArgumentException("The district (%s) is not among the strata (%s).%nMaybe add it to them."
                    .formatted(district, strata.keySet()));
        }
    }
}

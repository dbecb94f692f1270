package dev.assay.model.prediction.judging;

import dev.assay.model.prediction.Observation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Inspections of some days.
 *
 * @param from the first day
 * @param to the last day, not before {@code from}
 * @param inspections how many
 * @param found at how many something was found
 * @param businesses of how many businesses
 * @param withoutInspector at how many nobody knows who inspected
 */
public record Sample(LocalDate from, LocalDate to, int inspections, int found, int businesses, int withoutInspector) {

    /**
     * Checks the days.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public Sample {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The last day (%s) is before the first (%s).%nMaybe the two are swapped.".formatted(to, from));
        }
    }

    /**
     * Counts inspections.
     *
     * @param from the first day
     * @param to the last day
     * @param inspections those of these days
     * @return the sample
     */
    public static Sample of(LocalDate from, LocalDate to, List<Observation> inspections) {
        return new Sample(
                from,
                to,
                inspections.size(),
                (int) inspections.stream().filter(Observation::found).count(),
                (int) inspections.stream().map(Observation::business).distinct().count(),
                (int) inspections.stream()
                        .map(Observation::inspector)
                        .filter(Objects::isNull)
                        .count());
    }

    /**
     * At how many of all inspections something was found.
     *
     * @return the share, 0 to 1; NaN without inspections
     */
    public double rate() {
        return (double) found / inspections;
    }
}

package dev.assay.model.prediction.supervision;

import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.Predictor;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An inspection with what was foretold of it, whoever made it.
 *
 * @param by who made it: an inspector, a group of them, or an office
 * @param day its day
 * @param logOdds what was foretold, in log-odds
 * @param found whether it found what was foretold
 */
public record Judged(String by, LocalDate day, double logOdds, boolean found) {

    /**
     * Judges inspections by a prediction.
     *
     * @param predictor the prediction, which does not know who inspects
     * @param rows the inspections; best such that it was not trained on
     * @param by who made one, for example {@link Observation#inspector}; null leaves it out
     * @return the inspections, in their order
     */
    public static List<Judged> of(
            Predictor predictor, List<Observation> rows, Function<Observation, @Nullable String> by) {
        return rows.stream()
                .flatMap(row -> {
                    String name = by.apply(row);
                    return name == null
                            ? Stream.empty()
                            : Stream.of(new Judged(name, row.day(), predictor.logOdds(row.values()), row.found()));
                })
                .toList();
    }
}

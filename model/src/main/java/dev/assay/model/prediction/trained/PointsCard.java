package dev.assay.model.prediction.trained;

import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.trained.ScoringForm.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A scorecard as a person reads it: 100 points are even odds, and each {@link #DOUBLING} points more double them. The points are rounded
 * for reading; scores are made of the unrounded weights.
 *
 * @param base the points that every business starts from
 * @param entries what each part of each feature adds
 */
public record PointsCard(int base, List<Entry> entries) {

    /** So many points double the odds. */
    public static final int DOUBLING = 20;

    /** So many points are even odds. */
    public static final int EVEN = 100;

    /** Copies the list. */
    public PointsCard {
        entries = List.copyOf(entries);
    }

    /**
     * What a part adds.
     *
     * @param feature the feature's id
     * @param title its name
     * @param part what the part is called: {@code ≤ 3}, a level; empty for another text, {@code –} for nothing to read
     * @param rows how many training rows it has
     * @param found how many of them found what is foretold
     * @param points what it adds; more is riskier
     */
    public record Entry(String feature, Bilingual title, String part, long rows, long found, int points) {}

    /**
     * The card of a trained file.
     *
     * @param file the file
     * @return the card; empty where trees were learned
     */
    public static Optional<PointsCard> of(TrainedFile file) {
        if (!(file.form() instanceof Scorecard card)) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < file.features().size(); i++) {
            FeatureReading reading = file.features().get(i);
            double coefficient = card.coefficients().get(i);
            List<Double> weights = card.weights().get(i);
            IntStream.range(0, weights.size())
                    .filter(part -> reading.parts().get(part).rows() > 0)
                    .mapToObj(part -> new Entry(
                            reading.feature().id(),
                            reading.feature().title(),
                            reading.label(part),
                            reading.parts().get(part).rows(),
                            reading.parts().get(part).found(),
                            points(coefficient * weights.get(part))))
                    .forEach(entries::add);
        }
        return Optional.of(new PointsCard(EVEN + points(card.intercept()), entries));
    }

    private static int points(double logOdds) {
        return (int) Math.round(logOdds * DOUBLING / StrictMath.log(2));
    }
}

package dev.assay.model.prediction.trained;

import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Predictor;
import java.util.List;
import java.util.stream.IntStream;

/** A prediction that was learned. Immutable and thread-safe. It is asked without any inspector: it cannot depend on who comes. */
public final class TrainedPrediction implements Predictor {

    private final TrainedFile file;
    private final Scorer scorer;

    /**
     * Makes a file ready to score.
     *
     * @param file what was learned
     * @throws IllegalArgumentException if its parts do not fit together
     */
    public TrainedPrediction(TrainedFile file) {
        this.file = file;
        this.scorer = Scorer.of(file.features(), file.form());
    }

    /**
     * Reads a file.
     *
     * @param json its text
     * @return the prediction
     * @throws DamagedFileException if it is not one, or is damaged; says where and what
     */
    public static TrainedPrediction parse(String json) {
        return TrainedReader.read(json);
    }

    /**
     * The file's text: always the same bytes for the same content.
     *
     * @return JSON
     */
    public String toJson() {
        return TrainedWriter.write(file);
    }

    /**
     * All that was learned.
     *
     * @return the file
     */
    public TrainedFile file() {
        return file;
    }

    @Override
    public double probability(FeatureValues values) {
        return file.calibration().probability(logOdds(values));
    }

    @Override
    public double logOdds(FeatureValues values) {
        return scorer.logOdds(checked(values));
    }

    @Override
    public double averageLogOdds() {
        return scorer.average();
    }

    @Override
    public List<Contribution> contributions(FeatureValues values) {
        double[] given = scorer.contributions(checked(values));
        return IntStream.range(0, given.length)
                .mapToObj(i -> new Contribution(file.features().get(i).feature().id(), words(values, i), given[i]))
                .toList();
    }

    private String words(FeatureValues values, int i) {
        double number = values.numbers()[i];
        String text = values.texts()[i];
        if (file.features().get(i).feature().type() == Feature.Type.TEXT) {
            return text == null ? "" : text;
        }
        return Double.isNaN(number) ? "" : words(number);
    }

    private static String words(double number) {
        return number == StrictMath.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private FeatureValues checked(FeatureValues values) {
        if (values.numbers().length != file.features().size()
                || values.texts().length != file.features().size()) {
            throw new IllegalArgumentException(
                    "The prediction (%s) reads %d features and was given %d.%nMaybe the definition changed since it was trained."
                            .formatted(file.id(), file.features().size(), values.numbers().length));
        }
        return values;
    }
}

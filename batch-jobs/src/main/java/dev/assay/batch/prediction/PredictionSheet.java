package dev.assay.batch.prediction;

import dev.assay.batch.publish.CsvFile;
import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.Predictor;
import dev.assay.model.prediction.trained.FeatureReading;
import dev.assay.model.prediction.trained.TrainedPrediction;
import dev.assay.store.prediction.StoredTraining;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file of the feed {@value Foretelling#FEED}: a row for each business, with what each feature gave. The same predictions give the same bytes. */
final class PredictionSheet {

    private static final String ITEM = "␞";
    private static final String PART = "␟";
    private static final int PLACES = 4;

    /** What rounds to nothing is not told one by one. */
    private static final double TRIFLE = 0.0005;

    /** Takes up the trifles and the rounding, so that what is told adds up. */
    private static final String REST = "rest";

    private static final Bilingual REST_TITLE = Bilingual.of("其余各项", "All others");

    private static final Comparator<Predictor.Contribution> LARGEST_FIRST = Comparator.comparingDouble(
                    (Predictor.Contribution one) -> -Math.abs(one.logOdds()))
            .thenComparing(Predictor.Contribution::feature);

    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{5,}|-?\\d+(\\.\\d+)?E-?\\d+");

    private PredictionSheet() {}

    static void write(
            Path to, StoredTraining training, TrainedPrediction prediction, List<Observation> everybody, LocalDate day)
            throws IOException {
        double[] scores = Watch.probabilities(prediction, everybody);
        double[] sorted = Arrays.stream(scores).sorted().toArray();
        try (CsvFile file = CsvFile.create(
                to,
                "identity_scheme",
                "identity",
                "prediction",
                "scored_on",
                "probability",
                "riskier_than",
                "training",
                "trained_until",
                "average",
                "contributions")) {
            for (int i = 0; i < scores.length; i++) {
                Observation row = everybody.get(i);
                file.row(
                        row.business().scheme(),
                        row.business().value(),
                        training.prediction(),
                        day,
                        rounded(scores[i]),
                        riskierThan(sorted, scores[i]),
                        training.digest(),
                        training.until(),
                        rounded(prediction.averageLogOdds()),
                        contributions(prediction, row));
            }
            file.complete();
        }
    }

    /** Of a hundred, how many are less likely; rounded down, so that nobody is riskier than all. */
    private static BigDecimal riskierThan(double[] sorted, double score) {
        int less = Arrays.binarySearch(sorted, score);
        while (less > 0 && sorted[less - 1] == score) {
            less--;
        }
        return BigDecimal.valueOf(100L * less).divide(BigDecimal.valueOf(sorted.length), 1, RoundingMode.DOWN);
    }

    private static String contributions(TrainedPrediction prediction, Observation row) {
        Map<String, Bilingual> titles = prediction.file().features().stream()
                .map(FeatureReading::feature)
                .collect(Collectors.toMap(Feature::id, Feature::title));
        List<String> items = new ArrayList<>();
        BigDecimal told = BigDecimal.ZERO;
        List<Predictor.Contribution> all = prediction.contributions(row.values()).stream()
                .filter(one -> Math.abs(one.logOdds()) >= TRIFLE)
                .sorted(LARGEST_FIRST)
                .toList();
        for (Predictor.Contribution one : all) {
            items.add(item(
                    one.feature(),
                    Objects.requireNonNull(titles.get(one.feature())),
                    one.value(),
                    rounded(one.logOdds())));
            told = told.add(rounded(one.logOdds()));
        }
        BigDecimal rest = rounded(prediction.logOdds(row.values()))
                .subtract(rounded(prediction.averageLogOdds()))
                .subtract(told);
        if (rest.signum() != 0) {
            items.add(item(REST, REST_TITLE, "", rest));
        }
        return String.join(ITEM, items);
    }

    private static String item(String feature, Bilingual title, String value, BigDecimal logOdds) {
        return String.join(
                PART, feature, cell(title.zh() + " / " + title.en()), cell(shortened(value)), logOdds.toPlainString());
    }

    /** What was read is for people here; the score is made of the whole number. */
    private static String shortened(String value) {
        return LONG_NUMBER.matcher(value).matches()
                ? rounded(Double.parseDouble(value)).stripTrailingZeros().toPlainString()
                : value;
    }

    private static String cell(String text) {
        return text.replace(ITEM, " ").replace(PART, " ");
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(PLACES, RoundingMode.HALF_UP);
    }
}

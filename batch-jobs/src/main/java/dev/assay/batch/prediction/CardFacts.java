package dev.assay.batch.prediction;

import dev.assay.core.fact.Values;
import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.Learning;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.judging.About;
import dev.assay.model.prediction.judging.Fold;
import dev.assay.model.prediction.judging.Inspectors;
import dev.assay.model.prediction.judging.Interval;
import dev.assay.model.prediction.judging.LeftOut;
import dev.assay.model.prediction.judging.ModelCard;
import dev.assay.model.prediction.judging.Sample;
import dev.assay.model.prediction.judging.TrainingFacts;
import dev.assay.model.prediction.judging.Window;
import dev.assay.model.prediction.reading.PredictionDefinition;
import dev.assay.model.prediction.trained.FeatureReading;
import dev.assay.model.prediction.trained.TrainedFile;
import dev.assay.model.prediction.trained.TrainedPrediction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model card has to know of a definition and of a training. */
final class CardFacts {

    private static final Bilingual USE = Bilingual.of(
            "作为评级中的一项有界指标，并用于在同一区域内安排检查的先后。",
            "As one bounded indicator in a grade, and to order inspections within a district.");

    /** The 97.5 % point of the normal distribution. */
    private static final double NORMAL = 1.959964;

    private CardFacts() {}

    static List<Feature> features(TrainedPrediction prediction) {
        return prediction.file().features().stream()
                .map(FeatureReading::feature)
                .toList();
    }

    static About about(PredictionDefinition definition, TrainedPrediction prediction, String digest) {
        return new About(
                definition.id(),
                definition.title(),
                definition.outcome().title(),
                USE,
                learner(prediction
                        .file()
                        .learning()
                        .learners()
                        .get(prediction.file().chosen())),
                digest,
                definition.learning().seed());
    }

    static Bilingual learner(Learning.Learner learner) {
        return switch (learner) {
            case Learning.Learner.Scorecard _ ->
                Bilingual.of("评分卡（证据权重逻辑回归）", "Scorecard (logistic regression on weights of evidence)");
            case Learning.Learner.RandomForest _ -> Bilingual.of("随机森林", "Random forest");
            case Learning.Learner.BoostedTrees _ -> Bilingual.of("梯度提升树", "Gradient boosted trees");
        };
    }

    static TrainingFacts training(TrainedPrediction prediction, List<Observation> learned) {
        TrainedFile file = prediction.file();
        return TrainingFacts.of(
                Sample.of(learned.getFirst().day(), learned.getLast().day(), learned),
                features(prediction),
                prediction,
                learned.stream().map(Observation::values).toList(),
                folds(file),
                file.inspectors().stream().map(CardFacts::effect).toList());
    }

    /** What somebody who approves a training reads of its card first. */
    static Values found(ModelCard card) {
        Map<String, Object> found = new TreeMap<>();
        found.put("from", card.window().from().toString());
        found.put("to", card.window().to().toString());
        found.put("inspections", BigDecimal.valueOf(card.window().inspections()));
        found.put("found", BigDecimal.valueOf(card.window().found()));
        interval(found, "area", card.discrimination().area());
        found.put(
                "answers",
                card.answers().stream()
                        .map(answer -> Values.of(Map.of(
                                "question", answer.question().name(),
                                "verdict", answer.verdict().name(),
                                "zh", answer.reason().zh(),
                                "en", answer.reason().en())))
                        .toList());
        return Values.of(found);
    }

    private static void interval(Map<String, Object> found, String name, Interval interval) {
        for (Map.Entry<String, Double> end : Map.of(
                        name, interval.value(), name + "_low", interval.lower(), name + "_high", interval.upper())
                .entrySet()) {
            if (Double.isFinite(end.getValue())) {
                found.put(end.getKey(), BigDecimal.valueOf(end.getValue()).setScale(3, RoundingMode.HALF_UP));
            }
        }
    }

    private static List<Fold> folds(TrainedFile file) {
        List<Fold> folds = new ArrayList<>();
        for (int learner = 0; learner < file.tried().size(); learner++) {
            for (int i = 0; i < file.folds().size(); i++) {
                TrainedFile.Fold block = file.folds().get(i);
                folds.add(new Fold(
                        learner(file.learning().learners().get(learner)).en(),
                        block.from(),
                        block.to(),
                        Math.toIntExact(block.rows()),
                        file.tried().get(learner).areas().get(i),
                        learner == file.chosen()));
            }
        }
        return folds;
    }

    private static Inspectors.Effect effect(TrainedFile.InspectorEffect effect) {
        double error = NORMAL * effect.standardError();
        return new Inspectors.Effect(
                effect.inspector(),
                Math.toIntExact(effect.rows()),
                new Interval(effect.logOdds(), effect.logOdds() - error, effect.logOdds() + error));
    }

    static Window window(PredictionDefinition definition, LocalDate from, LocalDate to, List<Observation> window) {
        Map<String, Bilingual> strata = new LinkedHashMap<>();
        definition.strata().forEach((id, stratum) -> strata.put(id, stratum.title()));
        int days = Math.toIntExact(Math.min(definition.planDays(), to.toEpochDay() - from.toEpochDay() + 1));
        int nobody = (int) window.stream().filter(row -> row.strata().isEmpty()).count();
        List<LeftOut> leftOut = nobody == 0
                ? List.of()
                : List.of(new LeftOut(
                        Bilingual.of(
                                "无描述资料的经营者：已评判，但不计入分层。",
                                "Businesses without any description: judged, and in no stratum."),
                        nobody));
        return new Window(from, to, days, strata.keySet().iterator().next(), strata, leftOut);
    }
}

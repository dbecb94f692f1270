package dev.assay.model.prediction.reading;

import dev.assay.model.config.YamlMap;
import dev.assay.model.prediction.Learning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads how a prediction is learned. */
final class LearningParser {

    private static final List<String> LEARNERS = List.of("scorecard", "boosted_trees", "random_forest");

    Learning read(YamlMap map) {
        YamlMap validation = map.map("validation");
        List<Learning.Learner> learners = new ArrayList<>();
        for (YamlMap one : map.maps("learners")) {
            List<String> named = LEARNERS.stream().filter(one::has).toList();
            if (named.size() != 1) {
                one.fault(
                        "", "The learner is not one of %s.".formatted(String.join(", ", LEARNERS)), "Maybe name one.");
            } else {
                learners.add(learner(named.getFirst(), one.map(named.getFirst())));
            }
        }
        if (learners.isEmpty()) {
            map.fault("learners", "Nothing says how it is learned.", "Maybe add: learners: [{scorecard: {…}}].");
        }
        return new Learning(
                whole(map, "seed", 0, Integer.MAX_VALUE),
                whole(validation, "blocks", 2, 100),
                whole(validation, "days", 7, 3650),
                learners,
                Learning.Calibration.valueOf(
                        map.oneOf("calibration", List.of("isotonic", "platt")).toUpperCase(Locale.ROOT)),
                number(map, "inspector_penalty", 0, 1_000_000));
    }

    private static Learning.Learner learner(String name, YamlMap map) {
        return switch (name) {
            case "scorecard" ->
                new Learning.Learner.Scorecard(
                        whole(map, "bins", 2, 100), number(map, "least_share", 0, 0.5), number(map, "ridge", 0, 1000));
            case "boosted_trees" ->
                new Learning.Learner.BoostedTrees(
                        whole(map, "trees", 1, 10_000),
                        whole(map, "depth", 1, 30),
                        whole(map, "leaves", 1, 1_000_000),
                        number(map, "shrinkage", 0.0001, 1),
                        number(map, "subsample", 0.01, 1));
            default ->
                new Learning.Learner.RandomForest(
                        whole(map, "trees", 1, 10_000),
                        whole(map, "depth", 1, 100),
                        whole(map, "leaves", 1, 1_000_000));
        };
    }

    static int whole(YamlMap map, String key, int least, int most) {
        double number = number(map, key, least, most);
        if (number != Math.rint(number)) {
            map.fault(key, "The value (%s) is no whole number.".formatted(number), "Maybe round it.");
        }
        return (int) number;
    }

    static double number(YamlMap map, String key, double least, double most) {
        BigDecimal value = map.decimal(key);
        if (value.doubleValue() < least || value.doubleValue() > most) {
            map.fault(
                    key,
                    "The value (%s) is not from %s to %s.".formatted(value, text(least), text(most)),
                    "Maybe correct it.");
            return least;
        }
        return value.doubleValue();
    }

    private static String text(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}

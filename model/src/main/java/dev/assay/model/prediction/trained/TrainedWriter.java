package dev.assay.model.prediction.trained;

import dev.assay.core.publication.Sha256;
import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.Learning;
import dev.assay.model.prediction.Learning.Learner;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes trained files: keys in one order, numbers as the shortest text that reads back as the same number. */
final class TrainedWriter {

    static final String FORMAT = "assay-prediction";
    static final int VERSION = 1;

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TrainedWriter() {}

    static String write(TrainedFile file) {
        ObjectNode out = NODES.objectNode();
        out.put("format", FORMAT);
        out.put("version", VERSION);
        out.put("id", file.id());
        out.put("trained_until", file.trainedUntil().toString());
        out.set("rows", rows(file.rows()));
        out.set("learning", learning(file.learning()));
        out.put("chosen", file.chosen());
        out.set("folds", array(file.folds(), TrainedWriter::fold));
        out.set("tried", array(file.tried(), TrainedWriter::tried));
        out.set("features", array(file.features(), TrainedWriter::feature));
        out.set("form", form(file.form()));
        out.set("calibration", calibration(file.calibration()));
        ObjectNode scores = NODES.objectNode();
        scores.set("edges", numbers(file.scores().edges()));
        ArrayNode counts = NODES.arrayNode();
        file.scores().counts().forEach(count -> counts.add(count.longValue()));
        scores.set("counts", counts);
        out.set("scores", scores);
        out.set("inspectors", array(file.inspectors(), TrainedWriter::inspector));
        return MAPPER.writeValueAsString(out) + "\n";
    }

    /** The digest of a feature's definition, as files hold it. */
    static String digest(Feature feature) {
        return Sha256.of(feature.id() + "\n" + feature.type() + "\n" + feature.definition());
    }

    private static ObjectNode rows(TrainedFile.Rows rows) {
        return NODES.objectNode()
                .put("count", rows.count())
                .put("found", rows.found())
                .put("businesses", rows.businesses())
                .put("from", rows.from().toString())
                .put("to", rows.to().toString())
                .put("digest", rows.digest());
    }

    private static ObjectNode learning(Learning learning) {
        ObjectNode out = NODES.objectNode()
                .put("seed", learning.seed())
                .put("folds", learning.folds())
                .put("fold_days", learning.foldDays())
                .put("calibration", learning.calibration().name())
                .put("inspector_penalty", learning.inspectorPenalty());
        out.set("learners", array(learning.learners(), TrainedWriter::learner));
        return out;
    }

    private static ObjectNode learner(Learner learner) {
        return switch (learner) {
            case Learner.Scorecard(int bins, double leastShare, double ridge) ->
                NODES.objectNode()
                        .put("kind", "scorecard")
                        .put("bins", bins)
                        .put("least_share", leastShare)
                        .put("ridge", ridge);
            case Learner.BoostedTrees(int trees, int depth, int leaves, double shrinkage, double subsample) ->
                NODES.objectNode()
                        .put("kind", "boosted_trees")
                        .put("trees", trees)
                        .put("depth", depth)
                        .put("leaves", leaves)
                        .put("shrinkage", shrinkage)
                        .put("subsample", subsample);
            case Learner.RandomForest(int trees, int depth, int leaves) ->
                NODES.objectNode()
                        .put("kind", "random_forest")
                        .put("trees", trees)
                        .put("depth", depth)
                        .put("leaves", leaves);
        };
    }

    private static ObjectNode fold(TrainedFile.Fold fold) {
        return NODES.objectNode()
                .put("from", fold.from().toString())
                .put("to", fold.to().toString())
                .put("trained_on", fold.trainedOn())
                .put("rows", fold.rows())
                .put("found", fold.found());
    }

    private static ObjectNode tried(TrainedFile.Tried tried) {
        ObjectNode out = NODES.objectNode();
        out.set("areas", numbers(tried.areas()));
        return out.put("mean", tried.mean()).put("standard_error", tried.standardError());
    }

    private static ObjectNode feature(FeatureReading reading) {
        Feature feature = reading.feature();
        ObjectNode out = NODES.objectNode()
                .put("id", feature.id())
                .put("zh", feature.title().zh())
                .put("en", feature.title().en())
                .put("type", feature.type().name())
                .put("definition", feature.definition())
                .put("digest", digest(feature));
        out.set("edges", numbers(reading.edges()));
        ArrayNode levels = NODES.arrayNode();
        reading.levels().forEach(levels::add);
        out.set("levels", levels);
        out.set(
                "parts",
                array(
                        reading.parts(),
                        part -> NODES.objectNode().put("rows", part.rows()).put("found", part.found())));
        return out;
    }

    private static ObjectNode form(ScoringForm form) {
        return switch (form) {
            case ScoringForm.Scorecard card -> {
                ObjectNode out = NODES.objectNode().put("kind", "scorecard").put("intercept", card.intercept());
                out.set("coefficients", numbers(card.coefficients()));
                ArrayNode weights = NODES.arrayNode();
                card.weights().forEach(list -> weights.add(numbers(list)));
                out.set("weights", weights);
                yield out;
            }
            case ScoringForm.Trees trees -> {
                ObjectNode out = NODES.objectNode()
                        .put("kind", "trees")
                        .put("sum", trees.kind().name())
                        .put("base", trees.base());
                out.set("columns", array(trees.columns(), column -> {
                    ObjectNode one = NODES.objectNode().put("missing", column.missing());
                    one.set("levels", numbers(column.levels()));
                    return one;
                }));
                out.set("trees", array(trees.trees(), TrainedWriter::tree));
                yield out;
            }
        };
    }

    private static ObjectNode tree(Tree tree) {
        ObjectNode out = NODES.objectNode();
        ArrayNode column = out.putArray("column");
        ArrayNode split = out.putArray("split");
        ArrayNode right = out.putArray("right");
        ArrayNode value = out.putArray("value");
        ArrayNode cover = out.putArray("cover");
        for (int i = 0; i < tree.column().length; i++) {
            column.add(tree.column()[i]);
            split.add(tree.split()[i]);
            right.add(tree.right()[i]);
            value.add(tree.value()[i]);
            cover.add(tree.cover()[i]);
        }
        return out;
    }

    private static ObjectNode calibration(CalibrationCurve curve) {
        return switch (curve) {
            case CalibrationCurve.Isotonic isotonic -> {
                ObjectNode out = NODES.objectNode().put("kind", "isotonic");
                out.set("log_odds", numbers(isotonic.logOdds()));
                out.set("probabilities", numbers(isotonic.probabilities()));
                yield out;
            }
            case CalibrationCurve.Platt(double slope, double intercept) ->
                NODES.objectNode().put("kind", "platt").put("slope", slope).put("intercept", intercept);
        };
    }

    private static ObjectNode inspector(TrainedFile.InspectorEffect effect) {
        return NODES.objectNode()
                .put("inspector", effect.inspector())
                .put("rows", effect.rows())
                .put("found", effect.found())
                .put("log_odds", effect.logOdds())
                .put("standard_error", effect.standardError());
    }

    private static ArrayNode numbers(List<Double> numbers) {
        ArrayNode out = NODES.arrayNode();
        numbers.forEach(number -> out.add(number.doubleValue()));
        return out;
    }

    private static <T> ArrayNode array(List<T> items, Function<T, ObjectNode> one) {
        ArrayNode out = NODES.arrayNode();
        items.forEach(item -> out.add(one.apply(item)));
        return out;
    }
}

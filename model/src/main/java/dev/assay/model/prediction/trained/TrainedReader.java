package dev.assay.model.prediction.trained;

import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.Learning;
import dev.assay.model.prediction.Learning.Calibration;
import dev.assay.model.prediction.Learning.Learner;
import dev.assay.model.prediction.trained.FeatureReading.Part;
import dev.assay.model.prediction.trained.ScoringForm.Column;
import dev.assay.model.prediction.trained.TrainedFile.Fold;
import dev.assay.model.prediction.trained.TrainedFile.InspectorEffect;
import dev.assay.model.prediction.trained.TrainedFile.Rows;
import dev.assay.model.prediction.trained.TrainedFile.ScoreParts;
import dev.assay.model.prediction.trained.TrainedFile.Tried;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads trained files. A damaged one is refused, with the place. */
final class TrainedReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TrainedReader() {}

    static TrainedPrediction read(String json) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new DamagedFileException(
                    "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr(),
                    e.getOriginalMessage());
        }
        JsonPart root = new JsonPart("/", node);
        String format = root.text("format");
        long version = root.whole("version");
        if (!format.equals(TrainedWriter.FORMAT) || version != TrainedWriter.VERSION) {
            throw new DamagedFileException(
                    "The format is %s %d, not %s %d.%nMaybe a newer version of Assay wrote the file."
                            .formatted(format, version, TrainedWriter.FORMAT, TrainedWriter.VERSION));
        }
        TrainedPrediction prediction = root.made(() -> new TrainedPrediction(file(root)));
        root.end();
        return prediction;
    }

    private static TrainedFile file(JsonPart root) {
        return new TrainedFile(
                root.text("id"),
                root.day("trained_until"),
                whole(root.object("learning"), TrainedReader::learning),
                whole(root.object("rows"), TrainedReader::rows),
                root.objects("features", TrainedReader::feature),
                whole(root.object("form"), TrainedReader::form),
                whole(root.object("calibration"), TrainedReader::calibration),
                root.objects("folds", TrainedReader::fold),
                root.objects("tried", TrainedReader::tried),
                root.count("chosen"),
                whole(root.object("scores"), part -> new ScoreParts(part.numbers("edges"), part.wholes("counts"))),
                root.objects(
                        "inspectors",
                        part -> new InspectorEffect(
                                part.text("inspector"),
                                part.whole("rows"),
                                part.whole("found"),
                                part.number("log_odds"),
                                part.number("standard_error"))));
    }

    private static <T> T whole(JsonPart part, Function<JsonPart, T> one) {
        T value = part.made(() -> one.apply(part));
        part.end();
        return value;
    }

    private static Rows rows(JsonPart part) {
        return new Rows(
                part.whole("count"),
                part.whole("found"),
                part.whole("businesses"),
                part.day("from"),
                part.day("to"),
                part.text("digest"));
    }

    private static Learning learning(JsonPart part) {
        return new Learning(
                part.whole("seed"),
                part.count("folds"),
                part.count("fold_days"),
                part.objects("learners", TrainedReader::learner),
                part.word("calibration", Calibration.class),
                part.number("inspector_penalty"));
    }

    private static Learner learner(JsonPart part) {
        String kind = part.text("kind");
        return switch (kind) {
            case "scorecard" ->
                new Learner.Scorecard(part.count("bins"), part.number("least_share"), part.number("ridge"));
            case "boosted_trees" ->
                new Learner.BoostedTrees(
                        part.count("trees"),
                        part.count("depth"),
                        part.count("leaves"),
                        part.number("shrinkage"),
                        part.number("subsample"));
            case "random_forest" ->
                new Learner.RandomForest(part.count("trees"), part.count("depth"), part.count("leaves"));
            default -> throw new DamagedFileException(part.where(), "the learner (%s) is not known.".formatted(kind));
        };
    }

    private static FeatureReading feature(JsonPart part) {
        Feature feature = new Feature(
                part.text("id"),
                Bilingual.of(part.text("zh"), part.text("en")),
                part.word("type", Feature.Type.class),
                part.text("definition"));
        if (!part.text("digest").equals(TrainedWriter.digest(feature))) {
            throw new DamagedFileException(
                    part.where() + "/digest", "it is not that of the definition of (%s).".formatted(feature.id()));
        }
        List<Part> parts = part.objects("parts", one -> new Part(one.whole("rows"), one.whole("found")));
        return new FeatureReading(feature, part.numbers("edges"), part.texts("levels"), parts);
    }

    private static ScoringForm form(JsonPart part) {
        String kind = part.text("kind");
        return switch (kind) {
            case "scorecard" ->
                new ScoringForm.Scorecard(
                        part.number("intercept"), part.numbers("coefficients"), part.lists("weights"));
            case "trees" ->
                new ScoringForm.Trees(
                        part.word("sum", ScoringForm.Kind.class),
                        part.number("base"),
                        part.objects("columns", one -> new Column(one.number("missing"), one.numbers("levels"))),
                        part.objects(
                                "trees",
                                one -> new Tree(
                                        one.ints("column"),
                                        one.doubles("split"),
                                        one.ints("right"),
                                        one.doubles("value"),
                                        one.doubles("cover"))));
            default -> throw new DamagedFileException(part.where(), "the form (%s) is not known.".formatted(kind));
        };
    }

    private static CalibrationCurve calibration(JsonPart part) {
        String kind = part.text("kind");
        return switch (kind) {
            case "isotonic" -> new CalibrationCurve.Isotonic(part.numbers("log_odds"), part.numbers("probabilities"));
            case "platt" -> new CalibrationCurve.Platt(part.number("slope"), part.number("intercept"));
            default ->
                throw new DamagedFileException(part.where(), "the calibration (%s) is not known.".formatted(kind));
        };
    }

    private static Fold fold(JsonPart part) {
        return new Fold(
                part.day("from"), part.day("to"), part.whole("trained_on"), part.whole("rows"), part.whole("found"));
    }

    private static Tried tried(JsonPart part) {
        return new Tried(part.numbers("areas"), part.number("mean"), part.number("standard_error"));
    }
}

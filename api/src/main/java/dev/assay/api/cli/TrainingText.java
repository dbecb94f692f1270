package dev.assay.api.cli;

import dev.assay.batch.prediction.Predictions;
import dev.assay.model.prediction.Learning;
import dev.assay.model.prediction.judging.Interval;
import dev.assay.model.prediction.judging.ModelCard;
import dev.assay.model.prediction.judging.RankerFigures;
import dev.assay.model.prediction.reading.PredictionDefinition;
import dev.assay.model.prediction.trained.TrainedFile;
import java.nio.file.Path;
import java.util.Locale;

/** What a training or a judgement gave, as sentences on a terminal. */
final class TrainingText {

    private TrainingText() {}

    static void print(Console console, PredictionDefinition definition, Predictions.Trained trained) {
        TrainedFile file = trained.prediction().file();
        console.say(
                "%s：由 %s 至 %s 的 %d 次检查学得，其中 %d 次发现问题。",
                "%s: learned from %4$d inspections of %2$s to %3$s, %5$d of which found something.",
                definition.id(),
                file.rows().from(),
                file.rows().to(),
                trained.inspections(),
                trained.found());
        for (int i = 0; i < file.tried().size(); i++) {
            TrainedFile.Tried tried = file.tried().get(i);
            console.say(
                    "  %s %s AUC %s ± %s（%d 段）",
                    "  %s %s AUC %s ± %s over %d blocks of time",
                    i == file.chosen() ? "*" : " ",
                    name(file.learning().learners().get(i)),
                    places(tried.mean()),
                    places(tried.standardError()),
                    tried.areas().size());
        }
        console.say("已保存为第 %d 号，摘要 %s。", "Kept as number %d, digest %s.", trained.id(), trained.digest());
    }

    private static String name(Learning.Learner learner) {
        return switch (learner) {
            case Learning.Learner.Scorecard _ -> "scorecard";
            case Learning.Learner.RandomForest _ -> "random forest";
            case Learning.Learner.BoostedTrees _ -> "boosted trees";
        };
    }

    static void print(Console console, Predictions.Judged judged, Path out) {
        ModelCard card = judged.card();
        console.say(
                "%s：评判 %s 至 %s 的 %d 次检查，其中 %d 次发现问题。",
                "%s: judged on %4$d inspections of %2$s to %3$s, %5$d of which found something.",
                card.about().id(),
                card.window().from(),
                card.window().to(),
                card.window().inspections(),
                card.window().found());
        for (RankerFigures ranker : card.rankers()) {
            console.say(
                    "  %s：AUC %s，前10%%提升 %s，提前天数 %s（同一检查人员内 %s）",
                    "  %s: AUC %s, lift of the first tenth %s, days earlier %s (within inspector %s)",
                    ranker.by().title().in(console.language()),
                    interval(ranker.area()),
                    places(ranker.liftOfDecile()),
                    interval(ranker.overall().days()),
                    interval(ranker.withinInspector().days()));
        }
        console.say(
                "  同一检查人员内的平均 AUC：%s",
                "  mean AUC within an inspector's own inspections: %s",
                interval(card.inspectors().mean()));
        console.say("模型卡和预测已写入 %s。", "The model card and the predictions are in %s.", out);
    }

    private static String interval(Interval figure) {
        return "%s (%s–%s)".formatted(places(figure.value()), places(figure.lower()), places(figure.upper()));
    }

    private static String places(double figure) {
        return Double.isNaN(figure) ? "–" : String.format(Locale.ROOT, "%.4f", figure);
    }
}

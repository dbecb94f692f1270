package dev.assay.api.cli;

import dev.assay.batch.prediction.Predictions;
import dev.assay.batch.publish.CsvFile;
import dev.assay.model.prediction.reading.PredictionDefinition;
import dev.assay.model.prediction.reading.PredictionFile;
import dev.assay.model.prediction.trained.PointsCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Learns from past inspections where the next serious fault is likely; a score never depends on who inspects.",
            "由以往的检查学习下一次严重问题可能出现之处；分数与由谁检查无关。"
        })
final class TrainCommand extends WithOptions {

    @Option(names = "--model", required = true, paramLabel = "ID", description = "A definition of config/predictions.")
    private String model = "";

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day whose inspections are learned from (default: today).")
    private @Nullable LocalDate until;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write what was learned to a file, as JSON.")
    private @Nullable Path out;

    @Option(
            names = "--points",
            paramLabel = "FILE",
            description = "Also write the scorecard in points, as CSV (where a scorecard was chosen).")
    private @Nullable Path points;

    @Option(
            names = "--by",
            paramLabel = "ACCOUNT",
            description = "Who trains: somebody else approves it (default: the user of this machine).")
    private String by = System.getProperty("user.name", "?");

    @Override
    public Integer call() {
        PredictionDefinition definition = PredictionFile.load(options().configFiles(), model);
        LocalDate last = options().dayOr(until);
        try (Session session = Session.open(options())) {
            Predictions.Trained trained = session.bean(Predictions.class).train(definition, last, by, this::tell);
            TrainingText.print(console(), definition, trained);
            if (out != null) {
                Files.writeString(out, trained.prediction().toJson());
            }
            if (points != null) {
                writePoints(points, trained);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "A file cannot be written: %s%nMaybe check its folder.".formatted(e.getMessage()), e);
        }
        return ExitStatus.DONE;
    }

    private void writePoints(Path to, Predictions.Trained trained) throws IOException {
        Optional<PointsCard> card = PointsCard.of(trained.prediction().file());
        if (card.isEmpty()) {
            console().tell("未写出评分卡：所选的是树。", "No scorecard is written: trees were chosen.");
            return;
        }
        try (CsvFile file = CsvFile.create(to, "feature", "title", "part", "inspections", "found", "points")) {
            file.row("", console().in("起始分", "Start"), "", "", "", card.get().base());
            for (PointsCard.Entry entry : card.get().entries()) {
                file.row(
                        entry.feature(),
                        entry.title().in(console().language()),
                        entry.part(),
                        entry.rows(),
                        entry.found(),
                        entry.points());
            }
            file.complete();
        }
    }

    private void tell(int done, int all) {
        if (done == all || done % Math.max(1, all / 4) == 0) {
            console().tell("信用档案已读 %d%%", "%d %% of the credit files read", done * 100 / all);
        }
    }
}

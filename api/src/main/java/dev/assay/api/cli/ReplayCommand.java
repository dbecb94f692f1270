package dev.assay.api.cli;

import dev.assay.batch.replay.ReplayOutcome;
import dev.assay.batch.replay.ReplayRequest;
import dev.assay.batch.replay.Replays;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.grading.GradingModels;
import dev.assay.model.prediction.judging.CardDocument;
import dev.assay.model.prediction.judging.ModelCardHtml;
import dev.assay.model.prediction.judging.ModelCardMarkdown;
import dev.assay.model.prediction.reading.PredictionDefinition;
import dev.assay.model.prediction.reading.PredictionFile;
import dev.assay.model.prediction.replay.Period;
import dev.assay.model.prediction.replay.ReplayDocument;
import dev.assay.store.prediction.StoredTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Did the plan work? What as many visits by grade or by prediction would have found on past days, against the order that was and a uniform one.",
            "计划奏效了吗：同样多的检查，按等级或按预测先后，在过去各日会多发现多少问题。"
        })
final class ReplayCommand extends WithOptions {

    @Option(
            names = "--model",
            required = true,
            paramLabel = "ID",
            description = "The grading model: its id, or a file.")
    private String model = "";

    @Mixin
    private final OutcomeOption outcome = new OutcomeOption();

    @Option(
            names = "--prediction",
            paramLabel = "ID",
            description = "Also a plan by what was learned before the first day, of config/predictions.")
    private @Nullable String prediction;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day of the visits.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last day of the visits.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(
            names = "--every",
            paramLabel = "MONTHS",
            defaultValue = "12",
            description = "For how many months a plan is made (default: 12).")
    private int every;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "20261123",
            description = "Of the draws for the intervals (default: 20261123).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A folder for replay.html, replay.md, plans.csv, grades.csv, rows.csv and least-visits.csv.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Vocabulary vocabulary = DeclaredKinds.load(options().configFiles());
        GradingModel by = GradingModels.parse(GivenFile.model(model, options().configFiles()), vocabulary);
        PredictionDefinition foretold =
                prediction == null ? null : PredictionFile.load(options().configFiles(), prediction);
        List<Period> periods = Period.between(from, to, every);
        ReplayRequest request = new ReplayRequest(
                by,
                outcome.outcome(options().configFiles(), by, vocabulary),
                foretold,
                periods,
                options().dayOr(null),
                seed);
        try (Session session = Session.open(options())) {
            ReplayOutcome found = session.bean(Replays.class).run(request, this::tell);
            CardDocument document =
                    ReplayDocument.of(found.replay(), about(found), options().language());
            console().line(ModelCardMarkdown.write(document).stripTrailing());
            if (out != null) {
                write(out, found, document);
                console().say("%n已写入 %s。", "%nWritten to %s.", out);
            }
        } catch (IOException e) {
            throw Unwritable.folder(out, e);
        }
        return ExitStatus.DONE;
    }

    private List<String> about(ReplayOutcome found) {
        List<String> lines = new ArrayList<>();
        GradingModel by = found.request().model();
        lines.add(console()
                .in(
                        "检查：%s 至 %s，每 %d 个月一个计划。等级与分值：%s 第 %s 版。发现：%s。",
                        "Visits from %s to %s, a plan every %d months. Grades and scores: %s version %s. Found: %s.",
                        from,
                        to,
                        every,
                        by.id(),
                        by.version(),
                        found.request().outcome().title().in(options().language())));
        StoredTraining training = found.training();
        if (training != null) {
            lines.add(console()
                    .in(
                            "预测：%s 第 %s 版，只学到 %s 为止（摘要 %s）。",
                            "Prediction: %s version %s, learned from days until %s alone (digest %s).",
                            training.prediction(),
                            training.version(),
                            training.until(),
                            training.digest().substring(0, 12)));
        }
        if (found.newcomers() > 0) {
            lines.add(console()
                    .in(
                            "周期内被检查而前夕毫无资料的经营者 %,d 家次，不在任何计划内。",
                            "%,d businesses were visited in a period on whose eve nothing was known of them: they are in no plan.",
                            found.newcomers()));
        }
        lines.add(found.request().outcome().note().in(options().language()));
        return lines;
    }

    private static void write(Path folder, ReplayOutcome found, CardDocument document) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("replay.html"), ModelCardHtml.page(document));
        Files.writeString(folder.resolve("replay.md"), ModelCardMarkdown.write(document));
        ReplayFiles.write(folder, found);
    }

    private void tell(int done, int all) {
        if (done == all || done % Math.max(1, all / 4) == 0) {
            console().tell("信用档案已读 %d%%", "%d %% of the credit files read", done * 100 / all);
        }
    }
}

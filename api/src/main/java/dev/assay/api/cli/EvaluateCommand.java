package dev.assay.api.cli;

import dev.assay.batch.prediction.Predictions;
import dev.assay.batch.publish.CsvFile;
import dev.assay.model.prediction.judging.JudgedRow;
import dev.assay.model.prediction.judging.ModelCardHtml;
import dev.assay.model.prediction.judging.ModelCardJson;
import dev.assay.model.prediction.judging.ModelCardMarkdown;
import dev.assay.model.prediction.reading.PredictionDefinition;
import dev.assay.model.prediction.reading.PredictionFile;
import dev.assay.model.prediction.supervision.Strictness;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Judges what was learned on inspections of later days; writes its model card and predictions.csv.",
            "以其后各日的检查评判所学得的预测模型；写出模型卡和 predictions.csv。"
        })
final class EvaluateCommand extends WithOptions {

    @Option(names = "--model", required = true, paramLabel = "ID", description = "A definition of config/predictions.")
    private String model = "";

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day of the inspections.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last day of the inspections.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A folder for card.html, card.md, card.json, predictions.csv and inspectors.csv.")
    private Path out = Path.of(".");

    @Option(
            names = "--by",
            paramLabel = "ACCOUNT",
            description = "Who judges, for the audit log (default: the user of this machine).")
    private String by = System.getProperty("user.name", "?");

    @Override
    public Integer call() {
        PredictionDefinition definition = PredictionFile.load(options().configFiles(), model);
        try (Session session = Session.open(options())) {
            Predictions.Judged judged = session.bean(Predictions.class).evaluate(definition, from, to, by, this::tell);
            Files.createDirectories(out);
            write("card.json", ModelCardJson.write(judged.card()));
            write("card.html", ModelCardHtml.page(judged.card(), options().language()));
            write("card.md", ModelCardMarkdown.write(judged.card(), options().language()));
            for (Map.Entry<String, String> picture : ModelCardMarkdown.pictures(
                            judged.card(), options().language())
                    .entrySet()) {
                write(picture.getKey(), picture.getValue());
            }
            predictions(judged);
            inspectors(judged);
            TrainingText.print(console(), judged, out);
        } catch (IOException e) {
            throw Unwritable.folder(out, e);
        }
        return ExitStatus.DONE;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(out.resolve(name), text);
    }

    private void predictions(Predictions.Judged judged) throws IOException {
        try (CsvFile file = CsvFile.create(
                out.resolve("predictions.csv"),
                "identity_scheme",
                "identity",
                "fact_key",
                "occurred_on",
                "score",
                "label")) {
            for (JudgedRow row : judged.rows()) {
                file.row(
                        row.observation().business().scheme(),
                        row.observation().business().value(),
                        row.observation().factKey(),
                        row.observation().day(),
                        Double.toString(row.probability()),
                        row.observation().found() ? 1 : 0);
            }
            file.complete();
        }
    }

    /** For supervision, beside the card: it may go to fewer people. */
    private void inspectors(Predictions.Judged judged) throws IOException {
        try (CsvFile file = CsvFile.create(
                out.resolve("inspectors.csv"),
                "inspector",
                "inspections",
                "found",
                "rate",
                "rate_low",
                "rate_high",
                "foretold",
                "log_odds",
                "log_odds_low",
                "log_odds_high",
                "drawn",
                "p")) {
            for (Strictness one : judged.strictness()) {
                file.row(
                        one.by(),
                        one.rows(),
                        one.found(),
                        places(one.rate().estimate()),
                        places(one.rate().low()),
                        places(one.rate().high()),
                        places(one.expected()),
                        places(one.adjusted().estimate()),
                        places(one.adjusted().low()),
                        places(one.adjusted().high()),
                        places(one.drawn().estimate()),
                        places(one.pValue()));
            }
            file.complete();
        }
    }

    /** A number, so that no spreadsheet is guarded against its sign; nothing where it cannot be told. */
    private static @Nullable BigDecimal places(double figure) {
        return Double.isFinite(figure) ? BigDecimal.valueOf(figure).setScale(4, RoundingMode.HALF_UP) : null;
    }

    private void tell(int done, int all) {
        if (done == all || done % Math.max(1, all / 4) == 0) {
            console().tell("信用档案已读 %d%%", "%d %% of the credit files read", done * 100 / all);
        }
    }
}

package dev.assay.api.cli;

import dev.assay.batch.prediction.Foretelling;
import dev.assay.model.prediction.reading.PredictionDefinition;
import dev.assay.model.prediction.reading.PredictionFile;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Foretells of every business by what is in force, puts it into the credit files, and watches for drift.",
            "用已生效的训练结果为每个经营者预测风险、记入信用档案，并监测漂移。"
        })
final class PredictCommand extends WithOptions {

    @Option(names = "--model", required = true, paramLabel = "ID", description = "A definition of config/predictions.")
    private String model = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "As of which day (default: today). What is in force today scores, if it learned from earlier days alone.")
    private @Nullable LocalDate asOf;

    @Override
    public Integer call() {
        PredictionDefinition definition = PredictionFile.load(options().configFiles(), model);
        try (Session session = Session.open(options())) {
            Foretelling.Outcome outcome = session.bean(Foretelling.class)
                    .run(definition, options().dayOr(asOf), options().dayOr(null), this::tell);
            ForetoldText.print(console(), outcome);
            return outcome.taken() != null && outcome.taken().refused() > 0
                    ? ExitStatus.DONE_WITH_REFUSALS
                    : ExitStatus.DONE;
        }
    }

    private void tell(int done, int all) {
        if (done == all || done % Math.max(1, all / 4) == 0) {
            console().tell("信用档案已读 %d%%", "%d %% of the credit files read", done * 100 / all);
        }
    }
}

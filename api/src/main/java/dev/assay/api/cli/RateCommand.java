package dev.assay.api.cli;

import dev.assay.batch.rate.RateRequest;
import dev.assay.batch.rate.Ratings;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFile;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rate",
        mixinStandardHelpOptions = true,
        description = {"Rates with a model; prints counts by grade and how many changed.", "按模型评定等级。"})
final class RateCommand extends WithOptions {

    @Option(names = "--model", required = true, paramLabel = "ID", description = "The model's id.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private String model;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Facts up to and including this day count (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "INSTANT",
            description = "Facts recorded by this instant count (default: now).")
    private @Nullable Instant knownAt;

    @Option(names = "--full", description = "Rate every file, not only those that need it.")
    private boolean full;

    @Override
    public Integer call() {
        LocalDate day = options().dayOr(asOf);
        try (Session session = Session.open(options())) {
            ConfigFile file = session.modelText(model, day);
            GradingModel compiled = session.model(model, day);
            Counts.print(
                    console(),
                    compiled.id(),
                    session.bean(Ratings.class).run(new RateRequest(compiled, file.content(), day, knownAt, full)));
        }
        return ExitStatus.DONE;
    }
}

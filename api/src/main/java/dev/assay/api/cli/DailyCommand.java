package dev.assay.api.cli;

import dev.assay.batch.daily.Daily;
import dev.assay.batch.intake.RetractionCheck;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "daily",
        mixinStandardHelpOptions = true,
        description = {"The whole chain: import DIR/<feed-id>/*, rate, list, publish.", "每日作业：导入、评级、列名单、发布。"})
final class DailyCommand extends WithOptions {

    @Option(
            names = "--feeds",
            required = true,
            paramLabel = "DIR",
            description = "A folder for each feed, with its files.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private Path feeds;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day for which to rate (default: today).")
    private @Nullable LocalDate asOf;

    @Option(names = "--confirm-retractions", description = "Full states may retract more than 10 %% of what stands.")
    private boolean confirmRetractions;

    @Override
    public Integer call() {
        try (Session session = Session.open(options())) {
            long refused = session.bean(Daily.class)
                    .run(
                            feeds,
                            options().dayOr(asOf),
                            confirmRetractions ? RetractionCheck.CONFIRMED : RetractionCheck.WAIT,
                            new DailyProgress(console()));
            return refused == 0 ? ExitStatus.DONE : ExitStatus.DONE_WITH_REFUSALS;
        }
    }
}

package dev.assay.api.cli;

import dev.assay.batch.warning.Warnings;
import dev.assay.batch.warning.Warnings.Outcome;
import dev.assay.store.database.Database;
import dev.assay.store.warning.TrendAlarms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "warn",
        mixinStandardHelpOptions = true,
        description = {
            "Looks for trends in failed samples, as the daily job does: at each period once. Exit status 1: alarms are open.",
            "查找抽检不合格的趋势并预警。"
        })
final class WarnCommand extends WithOptions {

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day (default: today).")
    private @Nullable LocalDate asOf;

    @Override
    public Integer call() {
        try (Session session = Session.open(options())) {
            List<Outcome> outcomes = session.bean(Warnings.class).look(options().dayOr(asOf));
            outcomes.forEach(outcome -> WarnText.print(console(), outcome));
            int open = new TrendAlarms(session.bean(Database.class).dsl()).countOpen(List.of());
            console().say("未销号的预警：%,d", "Open alarms: %,d", open);
            return open > 0 ? ExitStatus.DONE_WITH_REFUSALS : ExitStatus.DONE;
        }
    }
}

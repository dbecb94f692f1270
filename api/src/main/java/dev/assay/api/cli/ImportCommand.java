package dev.assay.api.cli;

import dev.assay.batch.intake.ImportReport;
import dev.assay.batch.intake.Imports;
import dev.assay.batch.intake.RetractionCheck;
import dev.assay.batch.reading.FileRefusedException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {"Takes files in (plain, .gz, .zip) and accounts for every row.", "导入数据文件，逐行核对去向。"})
final class ImportCommand extends WithOptions {

    @Option(names = "--feed", required = true, paramLabel = "ID", description = "The feed's id (config/feeds).")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private String feed;

    @Option(names = "--as-at", paramLabel = "DATE", description = "The day whose state the files tell.")
    private @Nullable LocalDate asAt;

    @Option(names = "--confirm-retractions", description = "A full state may retract more than 10 %% of what stands.")
    private boolean confirmRetractions;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the accounts as JSON.")
    private @Nullable Path report;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private List<Path> files;

    @Override
    public Integer call() {
        Console console = console();
        List<ImportReport> reports = new ArrayList<>();
        boolean unusable = false;
        try (Session session = Session.open(options())) {
            Imports imports = session.bean(Imports.class);
            for (Path file : files) {
                for (String each : imports.feedsOf(feed, file)) {
                    console.tell("正在导入 %s …", "Taking in %s ...", file);
                    try {
                        ImportReport account = run(imports, each, file, console);
                        Reports.print(console, account);
                        reports.add(account);
                    } catch (FileRefusedException refusal) {
                        console.err().println(refusal.getMessage());
                        unusable = true;
                        break;
                    }
                }
            }
        }
        if (report != null) {
            Reports.write(report, reports);
        }
        if (unusable) {
            return ExitStatus.UNUSABLE;
        }
        return reports.stream().allMatch(ImportReport::isClean) ? ExitStatus.DONE : ExitStatus.DONE_WITH_REFUSALS;
    }

    private ImportReport run(Imports imports, String each, Path file, Console console) {
        try (ImportProgress progress = ImportProgress.start(console)) {
            return imports.run(
                    each,
                    file,
                    Optional.ofNullable(asAt),
                    confirmRetractions ? RetractionCheck.CONFIRMED : RetractionCheck.WAIT,
                    progress);
        }
    }
}

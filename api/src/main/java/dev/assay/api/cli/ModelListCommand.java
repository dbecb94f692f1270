package dev.assay.api.cli;

import dev.assay.batch.adoption.ModelInUse;
import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.store.adoption.ModelVersions;
import dev.assay.store.adoption.StoredVersion;
import dev.assay.store.adoption.Trial;
import dev.assay.store.database.Database;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Which models are in force on a day, which versions are on their way, which rate on trial.",
            "某日施行的模型、拟订中的版本、试运行的版本。"
        })
final class ModelListCommand extends WithOptions {

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day (default: today).")
    private @Nullable LocalDate asOf;

    @Override
    public Integer call() {
        LocalDate day = options().dayOr(asOf);
        try (Session session = Session.open(options())) {
            console().say("%s 施行：", "In force on %s:", day);
            session.bean(ModelsInUse.class).on(day).forEach(this::print);
            console().say("版本：", "Versions:");
            new ModelVersions(session.bean(Database.class).dsl()).all().forEach(this::print);
        }
        return ExitStatus.DONE;
    }

    private void print(ModelInUse inUse) {
        StoredVersion version = inUse.version();
        console()
                .line("  %-24s %s  %s"
                        .formatted(
                                inUse.model(),
                                inUse.from(),
                                version == null
                                        ? console().in("按配置", "by the configuration")
                                        : console().in("版本 ", "version ") + version.id()));
    }

    private void print(StoredVersion version) {
        Trial trial = version.trial();
        console()
                .line("  %4d  %-24s %-10s %-10s %s%s"
                        .formatted(
                                version.id(),
                                version.model(),
                                version.draft().version(),
                                version.adoption().code(),
                                version.createdBy(),
                                trial == null
                                        ? ""
                                        : console().in("  试运行 ", "  on trial ") + trial.from() + " – "
                                                + trial.until()));
    }
}

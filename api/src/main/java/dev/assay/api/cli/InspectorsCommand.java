package dev.assay.api.cli;

import dev.assay.batch.inspector.InspectorSheet;
import dev.assay.core.inspector.Inspector;
import dev.assay.store.database.Database;
import dev.assay.store.inspector.Inspectors;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "inspectors",
        mixinStandardHelpOptions = true,
        description = {
            "Who inspects: prints the list, or takes one in its place (CSV: number, name, department, division, sectors, skills, leave, conflicts).",
            "检查人员名录。"
        })
final class InspectorsCommand extends WithOptions {

    @Option(
            names = "--import",
            paramLabel = "FILE",
            description = "A list that takes the place of the one that stands.")
    private @Nullable Path sheet;

    @Override
    public Integer call() {
        InspectorSheet.Read read = sheet == null ? null : InspectorSheet.read(sheet);
        if (read != null && !read.faults().isEmpty()) {
            throw new IllegalArgumentException("The list of inspectors (%s) was not taken in:%n%s"
                    .formatted(sheet, String.join(System.lineSeparator(), read.faults())));
        }
        try (Session session = Session.open(options())) {
            Inspectors inspectors = new Inspectors(session.bean(Database.class).dsl());
            if (read != null) {
                inspectors.replace(
                        read.inspectors(), DrawCommand.ACTOR, options().clock.instant());
                console()
                        .say(
                                "已导入检查人员 %,d 名",
                                "%,d inspectors taken in", read.inspectors().size());
                return ExitStatus.DONE;
            }
            for (Inspector one : inspectors.all()) {
                console().line("%s\t%s\t%s\t%s".formatted(one.number(), one.name(), one.department(), one.division()));
            }
        }
        return ExitStatus.DONE;
    }
}

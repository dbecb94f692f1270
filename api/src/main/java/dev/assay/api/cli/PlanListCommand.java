package dev.assay.api.cli;

import dev.assay.store.database.Database;
import dev.assay.store.plan.Plans;
import dev.assay.store.plan.StoredPlan;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {"The plans that are kept, and where they stand.", "计划清单。"})
final class PlanListCommand extends WithOptions {

    @Override
    public Integer call() {
        try (Session session = Session.open(options())) {
            for (StoredPlan plan : new Plans(session.bean(Database.class).dsl()).all()) {
                console()
                        .line("%d\t%d\t%s\t%s\t%d\t%d\t%d\t%s"
                                .formatted(
                                        plan.id(),
                                        plan.basis().year(),
                                        plan.basis().division().isEmpty()
                                                ? "*"
                                                : plan.basis().division(),
                                        plan.state(),
                                        plan.counts().wanted(),
                                        plan.counts().leftOut(),
                                        plan.counts().brokenFloors(),
                                        plan.madeBy()));
            }
        }
        return ExitStatus.DONE;
    }
}

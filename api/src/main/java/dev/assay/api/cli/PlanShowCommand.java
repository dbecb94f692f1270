package dev.assay.api.cli;

import dev.assay.core.planning.Visit.Kept;
import dev.assay.store.database.Database;
import dev.assay.store.plan.PlanCounts;
import dev.assay.store.plan.PlanParts;
import dev.assay.store.plan.PlanQuery;
import dev.assay.store.plan.PlanQuery.Part;
import dev.assay.store.plan.PlanRows;
import dev.assay.store.plan.Plans;
import dev.assay.store.plan.StoredPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {"A plan that is kept: what cannot be fitted, what it is worth, how far it has come.", "查看计划。"})
final class PlanShowCommand extends WithOptions {

    @Parameters(paramLabel = "NUMBER", description = "The plan.")
    private int id;

    @Option(names = "--visits", description = "Its visits too, by day.")
    private boolean visits;

    @Override
    public Integer call() {
        try (Session session = Session.open(options())) {
            show(session.bean(Database.class));
        }
        return ExitStatus.DONE;
    }

    private void show(Database database) {
        StoredPlan plan = new Plans(database.dsl())
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no plan (%d).%nMaybe see: assay plan list".formatted(id)));
        PlanRows rows = new PlanRows(database.dsl());
        PlanParts parts = rows.parts(id);
        console()
                .line("%d\t%d\t%s\t%s\trules %s %s"
                        .formatted(
                                plan.id(),
                                plan.basis().year(),
                                plan.basis().division().isEmpty()
                                        ? "*"
                                        : plan.basis().division(),
                                plan.state(),
                                plan.basis().rules(),
                                plan.basis().rulesDigest()));
        console()
                .say(
                        "应检查 %,d 次，排不下 %,d 次；违反法定期限 %,d 次；已派发 %,d 次，已完成 %,d 次",
                        "Visits: %,d wanted, %,d cannot be fitted; %,d break the term of the law; %,d handed out, %,d made",
                        plan.counts().wanted(),
                        plan.counts().leftOut(),
                        plan.counts().brokenFloors(),
                        rows.count(id, PlanQuery.of(Part.HANDED_OUT)),
                        rows.count(id, PlanQuery.of(Part.MADE)));
        parts.grades()
                .forEach(grade -> console()
                        .say(
                                "  %s：应 %,d 次，排不下 %,d 次，增加两人可多排 %,d 次",
                                "  %s: %,d wanted, %,d cannot be fitted, two more inspectors bring %,d",
                                grade.grade(),
                                grade.wanted(),
                                grade.leftOut(),
                                grade.brought()));
        PlanCounts counts = new PlanCounts(database.dsl());
        counts.leftOut(id)
                .forEach(one -> console().line("  %s\t%s\t%,d".formatted(one.reason(), one.grade(), one.visits())));
        counts.moved(id).forEach(one -> console().line("  %s\t%,d".formatted(one.reason(), one.visits())));
        parts.measures()
                .forEach(one -> console().line("  %s\t%,d\t%,d".formatted(one.name(), one.amount(), one.byList())));
        if (visits) {
            rows.find(id, PlanQuery.of(Part.ALL), 0, Integer.MAX_VALUE).forEach(visit -> {
                Kept slot = visit.row().slot();
                console()
                        .line("%s\t%s\t%s\t%s\t%s"
                                .formatted(
                                        slot == null ? "-" : slot.day(),
                                        slot == null ? visit.row().why() : slot.pair(),
                                        visit.row().what().business(),
                                        visit.row().what().grade(),
                                        visit.row().reason()));
            });
        }
    }
}

package dev.assay.api.cli;

import dev.assay.batch.sampling.SamplingPlanFile;
import dev.assay.batch.sampling.SamplingSheet;
import dev.assay.batch.sampling.SamplingWork;
import dev.assay.core.planning.SamplingPlan.Line;
import dev.assay.store.database.Database;
import dev.assay.store.fact.Cut;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sampling",
        mixinStandardHelpOptions = true,
        description = {
            "Divides a year's samples among categories of food: by risk, producers and past failures, with a least for each. Says line by line why.",
            "编制年度抽检计划。"
        })
final class PlanSamplingCommand extends WithOptions {

    @Option(
            names = "--sheet",
            required = true,
            paramLabel = "FILE",
            description = "The categories (CSV: category, producers, tested).")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private Path sheet;

    @Option(names = "--inhabitants", required = true, paramLabel = "N", description = "How many live in the area.")
    private long inhabitants;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Samples altogether (default: the least that the inhabitants ask for).")
    private @Nullable Long samples;

    @Option(
            names = "--rules",
            defaultValue = "food-samples",
            paramLabel = "ID",
            description = "What the plan goes by, of config/sampling-plans (default: food-samples).")
    private String rules = "food-samples";

    @Option(
            names = "--division",
            paramLabel = "CODE",
            description = "The beginning of the codes of the divisions whose samples count (default: all).")
    private @Nullable String division;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Failed samples until this day (default: today).")
    private @Nullable LocalDate asOf;

    @Option(names = "--out", paramLabel = "FILE", description = "The plan as CSV, safe for spreadsheets.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (inhabitants < 0 || (samples != null && samples < 0)) {
            throw new IllegalArgumentException(
                    "Inhabitants or samples are less than 0.%nMaybe write --inhabitants 1150000.".formatted());
        }
        List<SamplingSheet.Row> rows = SamplingSheet.read(sheet);
        SamplingWork.Outcome outcome;
        try (Session session = Session.open(options())) {
            outcome = new SamplingWork(session.bean(Database.class), options().configFiles())
                    .plan(
                            new SamplingWork.Wish(
                                    rules,
                                    inhabitants,
                                    samples,
                                    division == null ? List.of() : List.of(division),
                                    new Cut(options().dayOr(asOf), options().instantOr(null))),
                            rows);
        }
        tell(outcome);
        if (out != null) {
            write(out, outcome);
        }
        return ExitStatus.DONE;
    }

    private void tell(SamplingWork.Outcome outcome) {
        console()
                .say(
                        "抽检 %,d 批次（常住人口要求至少 %,d 批次）；不合格记录自 %s 起",
                        "%,d samples (the inhabitants ask for %,d at least); failed samples since %s",
                        outcome.budget(),
                        outcome.least(),
                        outcome.since());
        for (Line line : outcome.lines()) {
            console()
                    .say(
                            "  %s：%,d 批次　风险权重 %d × 生产者 %,d × √(%s × (1 − %s))，占 %s，按权重 %s，至少 %,d；检验 %,d，不合格 %,d",
                            "  %s: %,d samples, for risk %d × %,d producers × √(%s × (1 − %s)), share %s, by weight %s, at least %,d; tested %,d, failed %,d",
                            line.category().id(),
                            line.samples(),
                            line.category().risk(),
                            line.category().producers(),
                            line.rate(),
                            line.rate(),
                            line.share(),
                            line.byWeight(),
                            line.category().least(),
                            line.category().tested(),
                            line.category().failed());
        }
        new TreeMap<>(outcome.elsewhere())
                .forEach((category, failed) -> console()
                        .say(
                                "表中没有的分类：%s，不合格 %,d",
                                "Not in the sheet: %s, %,d failed",
                                category.isEmpty() ? console().in("未注明", "none is named") : category,
                                failed));
    }

    private static void write(Path file, SamplingWork.Outcome outcome) {
        try {
            SamplingPlanFile.write(file, outcome);
        } catch (IOException e) {
            throw Unwritable.file(file, e);
        }
    }
}

package dev.assay.api.cli;

import dev.assay.batch.plan.PlanOutcome;
import dev.assay.batch.plan.PlanWork;
import dev.assay.batch.publish.CsvFile;
import dev.assay.core.planning.InspectionPlan.Worth;
import dev.assay.core.planning.Slot;
import dev.assay.core.planning.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Plans a year of inspections: what is due by grades, floors, campaigns and failed samples, for the inspectors that there are. Says first what cannot be fitted.",
            "编制年度检查计划。"
        })
final class PlanCommand extends WithOptions {

    private static final int NAMED = 20;
    private static final List<String> HEADER =
            List.of("day", "inspectors", "identity", "name", "division", "sector", "grade", "reason", "due", "place");

    @Option(names = "--year", required = true, paramLabel = "Y", description = "The year.")
    private int year;

    @Option(names = "--division", paramLabel = "D", description = "The beginning of the codes of the divisions.")
    private @Nullable String division;

    @Option(
            names = "--rules",
            defaultValue = "food-year",
            paramLabel = "ID",
            description = "What the plan goes by, of config/plans (default: food-year).")
    private String rules = "food-year";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The plan as CSV, safe for spreadsheets: planned visits by day, then those left out.")
    private @Nullable Path out;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day from which it is planned (default: today).")
    private @Nullable LocalDate asOf;

    @Override
    public Integer call() {
        PlanOutcome outcome;
        try (Session session = Session.open(options())) {
            outcome = session.bean(PlanWork.class)
                    .plan(new PlanWork.Wish(
                            rules,
                            year,
                            options().dayOr(asOf),
                            division,
                            options().instantOr(null)));
        }
        if (out != null) {
            write(out, outcome);
        }
        tellLeftOut(outcome);
        tellWorth(outcome);
        outcome.passedOver().forEach((reason, count) -> {
            if (reason.equals("closed")) {
                console().say("未列入：已终止 %,d 项", "Not planned for: %,d are closed", count);
            } else {
                console().say("未列入：行政区划不明 %,d 项", "Not planned for: %,d have no division", count);
            }
        });
        return tellFloors(outcome);
    }

    private void tellLeftOut(PlanOutcome outcome) {
        console()
                .say(
                        "应检查 %,d 次，已排 %,d 次，排不下 %,d 次",
                        "%,d visits wanted, %,d planned, %,d cannot be fitted",
                        outcome.plan().visits().size(),
                        outcome.worth().planned(),
                        outcome.worth().leftOut());
        outcome.wanted()
                .forEach((grade, wanted) -> console()
                        .say(
                                "  %s：应 %,d 次，排不下 %,d 次",
                                "  %s: %,d wanted, %,d cannot be fitted",
                                grade,
                                wanted,
                                outcome.leftOut().getOrDefault(grade, 0L)));
        if (outcome.worth().leftOut() > 0) {
            console()
                    .say(
                            "增加两名检查人员可多排 %,d 次",
                            "Two more inspectors would make room for %,d of them", outcome.withTwoMore());
        }
    }

    private void tellWorth(PlanOutcome outcome) {
        console().say("目标（越低越好）：本计划 / 按期顺排", "Constraints (the less the better): this plan / by list and calendar");
        Worth plan = outcome.worth();
        Worth greedy = outcome.greedy();
        line("超出每日容量（硬约束）", "beyond a pair's day (hard)", plan.overfull(), greedy.overfull());
        line("人员不合（硬约束）", "by a pair that may not (hard)", plan.notAllowed(), greedy.notAllowed());
        line("排不下，加权", "left out, weighted", plan.unplanned(), greedy.unplanned());
        line("逾期次数", "visits late", plan.lateVisits(), greedy.lateVisits());
        line("逾期天数", "days late", plan.lateDays(), greedy.lateDays());
        line("逾期，加权", "late, weighted", plan.late(), greedy.late());
        line("每日多余地点", "further places of a day", plan.places(), greedy.places());
        line("每日多余区划", "further divisions of a day", plan.divisions(), greedy.divisions());
        line("加权合计", "weighted sum", plan.cost(), greedy.cost());
    }

    private void line(String zh, String en, long plan, long greedy) {
        console().line("  %s\t%,d\t%,d".formatted(console().in(zh, en), plan, greedy));
    }

    /** A plan that breaks a floor of the law is refused, with the list. */
    private int tellFloors(PlanOutcome outcome) {
        if (outcome.brokenFloors().isEmpty()) {
            return ExitStatus.DONE;
        }
        console()
                .say(
                        "计划不予通过：%,d 户不能在法定期限内检查（两年一次，第49号令）：",
                        "The plan is refused: %,d businesses would not be inspected within the term of the law (once in two years, Order 49):",
                        outcome.brokenFloors().size());
        outcome.brokenFloors().stream()
                .limit(NAMED)
                .forEach(
                        visit -> console().line("  %s  %s  %s".formatted(visit.business(), visit.name(), visit.due())));
        if (outcome.brokenFloors().size() > NAMED) {
            console().say("  其余见文件（--out）", "  the others are in the file (--out)");
        }
        return ExitStatus.DONE_WITH_REFUSALS;
    }

    private static void write(Path file, PlanOutcome outcome) {
        Comparator<Visit> order = Comparator.comparing(
                        (Visit visit) -> day(outcome, visit), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(visit -> pair(outcome, visit))
                .thenComparing(Visit::place)
                .thenComparingInt(Visit::no);
        try (CsvFile csv = CsvFile.forSpreadsheet(file, HEADER)) {
            outcome.plan().visits().stream()
                    .sorted(order)
                    .forEach(visit -> csv.row(
                            day(outcome, visit),
                            pair(outcome, visit),
                            visit.business(),
                            visit.name(),
                            visit.division(),
                            visit.sector(),
                            visit.grade(),
                            visit.reason(),
                            visit.due(),
                            visit.place()));
            csv.complete();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file (%s) cannot be written: %s%nMaybe check its folder.".formatted(file, e.getMessage()), e);
        }
    }

    private static @Nullable LocalDate day(PlanOutcome outcome, Visit visit) {
        Slot slot = outcome.plan().slotOf(visit.no());
        return slot == null ? null : slot.day();
    }

    private static String pair(PlanOutcome outcome, Visit visit) {
        Slot slot = outcome.plan().slotOf(visit.no());
        return slot == null ? "" : Objects.toString(slot.pair());
    }
}

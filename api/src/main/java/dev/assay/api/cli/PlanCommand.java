package dev.assay.api.cli;

import dev.assay.batch.plan.KeptPlan;
import dev.assay.batch.plan.PlanOutcome;
import dev.assay.batch.plan.PlanWork;
import dev.assay.batch.publish.CsvFile;
import dev.assay.core.planning.InspectionPlan.Worth;
import dev.assay.core.planning.Slot;
import dev.assay.core.planning.Visit;
import dev.assay.store.account.Accounts;
import dev.assay.store.account.Role;
import dev.assay.store.audit.Acting;
import dev.assay.store.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "Plans a year of inspections: what is due by grades, floors, campaigns and failed samples, for the inspectors that there are. Says first what cannot be fitted.",
            "编制年度检查计划。"
        },
        subcommands = {PlanListCommand.class, PlanShowCommand.class, PlanSamplingCommand.class})
final class PlanCommand extends WithOptions {

    private static final int NAMED = 20;
    private static final Set<Role> PLANNERS = Set.of(Role.REGULATOR, Role.APPROVER);
    private static final List<String> HEADER = List.of(
            "day",
            "inspectors",
            "identity",
            "subject",
            "also",
            "name",
            "division",
            "sector",
            "grade",
            "reason",
            "due",
            "floor",
            "place");

    @Option(names = "--year", paramLabel = "Y", description = "The year.")
    private @Nullable Integer year;

    @Option(
            names = "--after",
            paramLabel = "NUMBER",
            description =
                    "Plans again from tomorrow after a plan that is kept: what was made or handed out stays, the rest keeps its day and pair where it can.")
    private @Nullable Integer after;

    @Option(names = "--keep", description = "Keeps the plan as a draft, for somebody else to approve in the console.")
    private boolean keep;

    @Option(names = "--by", paramLabel = "ACCOUNT", description = "Who makes the plan that is kept.")
    private @Nullable String by;

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
        if ((year == null) == (after == null)) {
            throw new IllegalArgumentException(
                    "A year or a plan to go on with is missing, or both are there.%nMaybe write: assay plan --year 2026; or: assay plan --after 3"
                            .formatted());
        }
        PlanOutcome outcome;
        try (Session session = Session.open(options())) {
            PlanWork work = session.bean(PlanWork.class);
            String account = keep ? account(session) : "";
            KeptPlan plan = work.plan(wish(work));
            outcome = plan.outcome();
            if (keep) {
                int number = work.keep(plan, new Acting(account, options().clock.instant()));
                console().say("已保存为第 %d 号计划（草稿）", "Kept as plan %d, a draft", number);
            }
            tellAfter(plan);
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

    private PlanWork.Wish wish(PlanWork work) {
        if (after != null) {
            return work.after(after, options().dayOr(asOf), options().instantOr(null));
        }
        return new PlanWork.Wish(
                rules,
                Objects.requireNonNull(year),
                options().dayOr(asOf),
                division,
                options().instantOr(null),
                null);
    }

    /** Who keeps a plan is known by name: it is approved by another person. */
    private String account(Session session) {
        String name = by;
        boolean known = name != null
                && new Accounts(session.bean(Database.class).dsl())
                        .find(name)
                        .filter(found -> PLANNERS.contains(found.role()))
                        .isPresent();
        if (name == null || !known) {
            throw new IllegalArgumentException(
                    "A plan is kept under the name of who makes it (%s), a regulator or an approver.%nMaybe write: --by ACCOUNT; or make one first: assay account add"
                            .formatted(name == null ? "none was given" : name));
        }
        return name;
    }

    private void tellAfter(KeptPlan plan) {
        if (plan.basis().after() != null) {
            console()
                    .say(
                            "接续计划 %d：保留 %,d 次，变动 %,d 次，不再需要 %,d 次",
                            "Visits after plan %d: %,d stand, %,d moved, %,d are not wanted any more",
                            plan.basis().after(),
                            plan.carried().size(),
                            plan.outcome().moved().size(),
                            plan.gone().size());
            plan.outcome().moved().values().stream()
                    .collect(Collectors.groupingBy(why -> why, TreeMap::new, Collectors.counting()))
                    .forEach((why, count) -> console().line("  %s\t%,d".formatted(why, count)));
        }
    }

    private void tellLeftOut(PlanOutcome outcome) {
        console()
                .say(
                        "应检查 %,d 次，已排 %,d 次，排不下 %,d 次",
                        "Visits: %,d wanted, %,d planned, %,d cannot be fitted",
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
                            visit.subject(),
                            String.join(" ", visit.also()),
                            visit.name(),
                            visit.division(),
                            visit.sector(),
                            visit.grade(),
                            visit.reason(),
                            visit.due(),
                            visit.floor(),
                            visit.place()));
            csv.complete();
        } catch (IOException e) {
            throw Unwritable.file(file, e);
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

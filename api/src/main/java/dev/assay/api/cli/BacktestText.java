package dev.assay.api.cli;

import dev.assay.batch.backtest.BacktestOutcome;
import dev.assay.batch.backtest.BacktestRequest;
import dev.assay.model.backtest.Area;
import dev.assay.model.backtest.Backtest;
import dev.assay.model.backtest.Difference;
import dev.assay.model.backtest.Knowledge;
import dev.assay.model.backtest.OutcomeDefinition;
import dev.assay.model.backtest.Proportion;
import dev.assay.model.backtest.Ranking;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a backtest found, for people. */
final class BacktestText {

    private final Console console;
    private final BacktestOutcome outcome;
    private final Backtest found;

    private BacktestText(Console console, BacktestOutcome outcome) {
        this.console = console;
        this.outcome = outcome;
        this.found = outcome.backtest();
    }

    static void print(Console console, BacktestOutcome outcome, @Nullable Path rows) {
        BacktestText text = new BacktestText(console, outcome);
        text.head();
        text.knowledge();
        text.standings(
                console.in("按等级与状态", "By grade and state"), outcome.backtest().standings());
        text.reversals();
        text.rankings();
        text.beside();
        text.days();
        console.say("%n注：%s", "%nNote: %s", outcome.request().outcome().note().in(console.language()));
        if (rows != null) {
            console.say("全部对象：%s", "All rows: %s", rows);
        }
    }

    private void head() {
        BacktestRequest request = outcome.request();
        console.say(
                "%s %s，%d 个评级日（%s 至 %s），对照：%s（其后 %s内）",
                "%s %s as of %d days from %s to %s, held against: %s (within %s)",
                request.model().id(),
                request.model().version(),
                request.days().size(),
                request.days().getFirst(),
                request.days().getLast(),
                request.outcome().title().in(console.language()),
                span(request.outcome()));
        console.say(
                "%,d 行（一个对象在一个评级日），%,d 家经营者；其后被检查 %,d 行，发现问题 %s",
                "%,d rows (a subject on a day) of %,d businesses; %,d of them were looked at afterwards, something was found at %s",
                found.subjects(),
                found.businesses(),
                found.afterwards().cases(),
                rate(found.afterwards()));
        if (outcome.lastLook() != null && found.days().stream().anyMatch(day -> !day.complete())) {
            console.say(
                    "数据只到 %s：标 * 的评级日，其后期限尚未届满。",
                    "The data end on %s: of the days marked * the horizon is not over.",
                    Objects.requireNonNull(outcome.lastLook()));
        }
    }

    private String span(OutcomeDefinition definition) {
        long months = definition.within().toTotalMonths();
        return months > 0
                ? console.in("%d 个月", "%d months", months)
                : console.in("%d 天", "%d days", definition.within().get(ChronoUnit.DAYS));
    }

    private void knowledge() {
        if (outcome.request().knowledge() == Knowledge.THEN) {
            console.say(
                    "知悉口径 then：只读当日来源已公布的记录；已发生而当日尚未公布的 %,d 条未读。其后被更正的记录按现行内容读取。",
                    "Known then: only what its source had made known by the day was read; %,d facts had happened and were not known yet. Records that were corrected since are read as corrected.",
                    outcome.late());
        } else {
            console.say(
                    "知悉口径 now：当日已发生的都读，其中 %,d 条当日尚未公布。结果可能偏好。",
                    "Known now: all that had happened by the day was read, %,d facts of it before they were known. The figures may be too good.",
                    outcome.late());
        }
        if (outcome.describedLater() > 0) {
            console.say(
                    "%,d 行的经营者当日尚无登记信息；环节取自其后的登记，评级未读。",
                    "%,d rows are of businesses that were not described yet; their sector is that of a later description, which the grade did not read.",
                    outcome.describedLater());
        }
    }

    private void standings(String title, List<Backtest.Standing> standings) {
        console.line("%n%s".formatted(title));
        console.line("  %-14s %10s %10s %10s   %s"
                .formatted(
                        "",
                        console.in("行", "rows"),
                        console.in("被检查", "looked at"),
                        console.in("发现", "found"),
                        console.in("比率（95%% 区间）", "rate (95 %% interval)")));
        for (Backtest.Standing one : standings) {
            console.line("  %-14s %,10d %,10d %,10d   %s"
                    .formatted(
                            one.name(),
                            one.subjects(),
                            one.afterwards().cases(),
                            one.afterwards().hits(),
                            rate(one.afterwards())));
        }
    }

    private static String rate(Proportion rate) {
        return rate.rate() == null || rate.lower() == null || rate.upper() == null
                ? "–"
                : "%s %% (%s–%s)".formatted(percent(rate.rate()), percent(rate.lower()), percent(rate.upper()));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).toPlainString();
    }

    private void reversals() {
        if (found.reversals().isEmpty()) {
            console.say("  比率随等级变差而不降。", "  The rate never falls from a grade to the next worse one.");
        }
        for (Backtest.Reversal one : found.reversals()) {
            console.say(
                    one.beyondChance() ? "  倒挂：%s 级的比率高于 %s 级。" : "  倒挂：%s 级的比率高于 %s 级，可能出于偶然（区间重叠）。",
                    one.beyondChance()
                            ? "  Reversed: more was found in grade %s than in grade %s."
                            : "  Reversed: more was found in grade %s than in grade %s; it may be chance (the intervals overlap).",
                    one.better(),
                    one.worse());
        }
    }

    private void rankings() {
        console.say(
                "%n排序能力：AUC（0.5 同抛硬币；95%% 区间按经营者计）与提升度",
                "%nRanking: AUC (0.5 is a coin; 95 %% interval, by business) and lift");
        if (found.score() != null) {
            ranking(Objects.requireNonNull(found.score()));
        }
        ranking(found.grades());
    }

    private void ranking(Ranking ranking) {
        String lifts = ranking.lifts().stream()
                .map(lift -> console.in(
                        "前 %d%%：%s 倍（含 %s%%）",
                        "top %d %%: %s times (%s %% of all)", lift.percent(), lift.lift(), percent(lift.found())))
                .collect(Collectors.joining(console.in("，", ", ")));
        console.line("  %-12s %-24s %s".formatted(named(ranking.by()), area(ranking.area()), lifts));
    }

    private String named(Ranking.By by) {
        return switch (by) {
            case SCORE -> console.in("分值", "score");
            case GRADE -> console.in("等级", "grade");
            case AUTHORITY -> console.in("机关分类", "authority");
        };
    }

    private static String area(Area area) {
        if (area.area() == null) {
            return "–";
        }
        return area.lower() == null
                ? area.area().toPlainString()
                : "%s (%s–%s)".formatted(area.area(), area.lower(), area.upper());
    }

    private void beside() {
        Backtest.Beside beside = found.beside();
        OutcomeDefinition.AuthorityClass own = outcome.request().outcome().authority();
        if (beside == null || own == null) {
            return;
        }
        Area rows = beside.rankings().getFirst().area();
        console.say(
                "%n与机关自身的分类比较（%s），限二者都有的 %,d 行（%,d 家经营者）",
                "%nBeside the authority's own classes (%s), on the %,d rows that have both (%,d businesses)",
                own.title().in(console.language()),
                rows.found() + rows.clean(),
                rows.businesses());
        if (own.hindsight()) {
            console.say("  该分类按现在所知读取，可能已反映其后的结果。", "  The classes are read as known now and may know what was found.");
        }
        beside.rankings().forEach(this::ranking);
        beside.differences().forEach(this::difference);
        standings(own.title().in(console.language()), beside.classes());
    }

    private void difference(Difference one) {
        String interval = one.lower() == null ? "" : " (%s … %s)".formatted(one.lower(), one.upper());
        console.line("  %s − %s: %s%s"
                .formatted(
                        named(one.first()),
                        named(one.second()),
                        one.difference() == null ? "–" : one.difference().toPlainString(),
                        interval));
    }

    private void days() {
        console.say("%n按评级日", "%nBy day");
        for (Backtest.Day day : found.days()) {
            console.say(
                    "  %s%s %,8d 行，被检查 %,8d，发现 %s；AUC 分值 %s，等级 %s",
                    "  %s%s %,8d rows, %,8d looked at, found at %s; AUC of score %s, of grade %s",
                    day.day(),
                    day.complete() ? " " : "*",
                    day.subjects(),
                    day.afterwards().cases(),
                    rate(day.afterwards()),
                    day.score() == null ? "–" : area(Objects.requireNonNull(day.score())),
                    area(day.grades()));
        }
    }
}

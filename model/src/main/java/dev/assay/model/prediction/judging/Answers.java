package dev.assay.model.prediction.judging;

import static dev.assay.model.prediction.judging.Answer.Verdict.NO;
import static dev.assay.model.prediction.judging.Answer.Verdict.OPEN;
import static dev.assay.model.prediction.judging.Answer.Verdict.YES;

import dev.assay.core.text.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the figures say. */
final class Answers {

    private static final double COIN = 0.5;

    private Answers() {}

    static List<Answer> of(
            Discrimination ranking,
            Calibration calibration,
            List<RankerFigures> rankers,
            Burden burden,
            Inspectors inspectors,
            Drift stability,
            Map<String, Bilingual> titles) {
        Map<Ranker, RankerFigures> by =
                rankers.stream().collect(Collectors.toMap(RankerFigures::by, Function.identity()));
        return List.of(
                ranks(ranking),
                within(inspectors),
                earlier(figures(by, Ranker.MODEL)),
                beats(figures(by, Ranker.RULES), figures(by, Ranker.HISTORY)),
                calibrated(calibration),
                fair(burden),
                stable(stability, titles));
    }

    private static RankerFigures figures(Map<Ranker, RankerFigures> by, Ranker ranker) {
        return Objects.requireNonNull(by.get(ranker));
    }

    private static Answer.Verdict above(Interval of, double number) {
        return of.above(number) ? YES : of.below(number) ? NO : OPEN;
    }

    private static Answer ranks(Discrimination ranking) {
        Interval area = ranking.area();
        String shown = Figures.area(area);
        String percent = Figures.decimal(100 * area.value(), 0);
        return new Answer(
                Answer.Question.RANKS,
                above(area, COIN),
                Bilingual.of(
                        "AUC " + shown + "：一次有问题和一次无问题的检查，有 " + percent + " % 的机会把有问题的排在前面（随机为 50 %）。",
                        "AUC " + shown
                                + ": of an inspection with a fault and one without, it puts the faulty one first "
                                + percent + " times in 100 (chance: 50)."));
    }

    private static Answer within(Inspectors inspectors) {
        Interval area = inspectors.overPairs();
        if (!area.told()) {
            return new Answer(
                    Answer.Question.WITHIN_INSPECTOR,
                    OPEN,
                    Bilingual.of("数据中没有检查人员，无法判断。", "The data do not say who inspected, so nobody can tell."));
        }
        String shown = Figures.area(area);
        String mean = Figures.area(inspectors.mean());
        return new Answer(
                Answer.Question.WITHIN_INSPECTOR,
                above(area, COIN),
                Bilingual.of(
                        "同一检查人员之内 AUC " + shown + "；" + inspectors.counted() + " 名（组）检查人员的简单平均 " + mean + "。",
                        "AUC within inspectors " + shown + "; plain mean of " + inspectors.counted() + " inspectors "
                                + mean + "."));
    }

    private static Answer earlier(RankerFigures model) {
        DaysEarlier within = model.withinInspector();
        DaysEarlier overall = model.overall();
        String all = Figures.signed(overall.days().value(), 1);
        if (!within.days().told()) {
            return new Answer(
                    Answer.Question.EARLIER,
                    OPEN,
                    Bilingual.of(
                            "总体提前 " + all + " 天；没有检查人员数据，无法排除只是因为由谁检查。",
                            "Overall by " + all
                                    + " days, but without knowing who inspected that may be the inspectors' doing."));
        }
        String own = Figures.signed(within.days().value(), 1);
        return new Answer(
                Answer.Question.EARLIER,
                above(within.days(), 0),
                Bilingual.of(
                        "在各检查人员自己的检查内重排：" + own + " 天（" + Figures.p(within.p()) + "）；全部重排：" + all + " 天（"
                                + Figures.p(overall.p()) + "），其中含由谁检查的影响。",
                        "Re-ordered within each inspector's own visits: " + own + " days (" + Figures.p(within.p())
                                + "); all re-ordered: " + all + " days (" + Figures.p(overall.p())
                                + "), which includes who inspects."));
    }

    private static Answer beats(RankerFigures rules, RankerFigures history) {
        Answer.Verdict one = above(rules.gain(), 0);
        Answer.Verdict other = above(history.gain(), 0);
        String overRules = Figures.signedInterval(rules.gain(), 3);
        String overHistory = Figures.signedInterval(history.gain(), 3);
        return new Answer(
                Answer.Question.BEATS,
                one == YES && other == YES ? YES : one == NO || other == NO ? NO : OPEN,
                Bilingual.of(
                        "AUC 差：对规则 " + overRules + "，对历史 " + overHistory + "。",
                        "AUC above the rules " + overRules + ", above history " + overHistory + "."));
    }

    private static Answer calibrated(Calibration calibration) {
        Interval slope = calibration.slope();
        Interval intercept = calibration.intercept();
        boolean right = slope.lower() <= 1 && slope.upper() >= 1 && intercept.lower() <= 0 && intercept.upper() >= 0;
        boolean wrong = slope.below(1) || slope.above(1) || intercept.below(0) || intercept.above(0);
        String figures = Figures.interval(slope, 2);
        String at = Figures.interval(intercept, 2);
        String brier = Figures.decimal(calibration.brier(), 4);
        String base = Figures.decimal(calibration.brierOfRate(), 4);
        return new Answer(
                Answer.Question.CALIBRATED,
                right ? YES : wrong ? NO : OPEN,
                Bilingual.of(
                        "斜率 " + figures + "，应为 1；截距 " + at + "，应为 0；Brier " + brier + "（只报总体比例：" + base + "）。",
                        "Slope " + figures + ", ought to be 1; intercept " + at + ", ought to be 0; Brier score "
                                + brier + " (always saying the rate: " + base + ")."));
    }

    private static Answer fair(Burden burden) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Burden.Stratum stratum : burden.strata()) {
            for (Burden.Group group : stratum.groups()) {
                if (group.unequalFalseAlarms() || group.unequalMissed()) {
                    zh.add(stratum.title().zh() + " " + group.name());
                    en.add(stratum.title().en() + " " + group.name());
                }
            }
        }
        if (burden.tests() == 0) {
            return new Answer(
                    Answer.Question.FAIR,
                    OPEN,
                    Bilingual.of("各组检查次数太少，无法比较。", "All groups are too small to be compared."));
        }
        return new Answer(
                Answer.Question.FAIR,
                zh.isEmpty() ? OPEN : NO,
                zh.isEmpty()
                        ? Bilingual.of(
                                burden.tests() + " 项比较均未超出偶然（已校正）；差异小或样本少时看不出来。",
                                "Of " + burden.tests()
                                        + " comparisons none is beyond chance (corrected); a small difference would not show.")
                        : Bilingual.of(
                                "超出偶然（已校正）：" + String.join("、", zh) + "。",
                                "Beyond chance (corrected): " + String.join(", ", en) + "."));
    }

    private static Answer stable(Drift stability, Map<String, Bilingual> titles) {
        List<Bilingual> moved = stability.alarms().stream()
                .map(shift -> titles.getOrDefault(shift.id(), Bilingual.of("预测值", "the prediction")))
                .toList();
        int looked = stability.features().size() + 1;
        return new Answer(
                Answer.Question.STABLE,
                moved.isEmpty() ? YES : NO,
                moved.isEmpty()
                        ? Bilingual.of(
                                looked + " 项的 PSI 均未同时超出偶然并达到 0.10。",
                                "Of " + looked + " things none has a PSI that is beyond chance and at least 0.10.")
                        : Bilingual.of(
                                looked + " 项中 " + moved.size() + " 项已变化："
                                        + moved.stream().map(Bilingual::zh).collect(Collectors.joining("、")) + "。",
                                moved.size() + " of " + looked + " have moved: "
                                        + moved.stream().map(Bilingual::en).collect(Collectors.joining(", ")) + "."));
    }
}

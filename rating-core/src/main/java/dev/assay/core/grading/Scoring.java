package dev.assay.core.grading;

import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The points of a subject.
 *
 * @param total the sum, of groups what they make of their indicators
 * @param worst the highest points of a single indicator; zero where there is none
 * @param indicators every indicator that was read, and each group that counts otherwise than the sum of its indicators
 * @param unread the first required indicator for which there was nothing to read; null if there was none
 */
record Scoring(
        Fraction total,
        Fraction worst,
        List<Explanation.Indicator> indicators,
        @Nullable IndicatorRule unread) {

    static Scoring of(GradingModel model, Subject subject, SubjectFacts facts, ScaleReader reader) {
        Sum sum = new Sum();
        for (IndicatorRule rule : model.indicators()) {
            if (Subjects.covers(rule.sectors(), subject.sector())
                    && facts.horizon().isInForce(rule.basis())
                    && Conditions.read(rule.when(), facts) != null) {
                sum.add(rule, reader.read(rule));
            }
        }
        return sum.close();
    }

    /** The sum as it grows. */
    private static final class Sum {

        private final List<Explanation.Indicator> indicators = new ArrayList<>();
        private final Map<IndicatorRule.Group, Fraction> groups = new LinkedHashMap<>();
        private final Map<IndicatorRule.Group, Fraction> sums = new HashMap<>();
        private Fraction total = Fraction.ZERO;
        private Fraction worst = Fraction.ZERO;
        private @Nullable IndicatorRule unread;

        void add(IndicatorRule rule, Optional<Points> read) {
            Points points = read.orElseGet(() -> missing(rule));
            BigDecimal shown = rule.missing() == null && read.isEmpty()
                    ? null
                    : points.points().toDecimal();
            indicators.add(new Explanation.Indicator(
                    rule.title(),
                    shown,
                    rule.lowest(),
                    rule.highest(),
                    new Explanation.Finding(rule.id(), points.text(), points.basis(), points.evidence())));
            if (shown == null && unread == null) {
                unread = rule;
            }
            worst = points.points().compareTo(worst) > 0 ? points.points() : worst;
            if (rule.group() == null) {
                total = total.plus(points.points());
            } else {
                sums.merge(rule.group(), points.points(), Fraction::plus);
                groups.merge(
                        rule.group(),
                        points.points(),
                        rule.group().counting() == IndicatorRule.Counting.SUM ? Fraction::plus : Sum::higher);
            }
        }

        private static Fraction higher(Fraction one, Fraction other) {
            return one.compareTo(other) >= 0 ? one : other;
        }

        private static Points missing(IndicatorRule rule) {
            BigDecimal points = rule.missing();
            return points == null
                    ? new Points(
                            Fraction.ZERO,
                            new Bilingual("无数据，无法计分", "Nothing to read, no points"),
                            rule.basis(),
                            List.of())
                    : Points.of(
                            points,
                            new Bilingual(
                                    "无数据：计 " + points.toPlainString() + " 分",
                                    "Nothing to read: counts " + points.toPlainString() + " points"),
                            rule.basis(),
                            List.of());
        }

        Scoring close() {
            groups.forEach((group, points) -> {
                Fraction counted = group.count(points);
                if (!counted.equals(sums.getOrDefault(group, Fraction.ZERO))) {
                    indicators.add(cut(group, counted.minus(sums.getOrDefault(group, Fraction.ZERO)), counted));
                }
                total = total.plus(counted);
            });
            return new Scoring(total, worst, List.copyOf(indicators), unread);
        }

        private static Explanation.Indicator cut(IndicatorRule.Group group, Fraction difference, Fraction counted) {
            BigDecimal shown = difference.toDecimal();
            return new Explanation.Indicator(
                    group.title(),
                    shown,
                    shown.min(BigDecimal.ZERO),
                    shown.max(BigDecimal.ZERO),
                    new Explanation.Finding(group.id(), text(group, counted), group.basis(), List.of()));
        }

        private static Bilingual text(IndicatorRule.Group group, Fraction counted) {
            List<String> zh = new ArrayList<>();
            List<String> en = new ArrayList<>();
            if (group.counting() == IndicatorRule.Counting.HIGHEST) {
                zh.add("取最高一项");
                en.add("the highest only");
            }
            if (group.cap() != null) {
                zh.add("以 " + group.cap().toPlainString() + " 分为限");
                en.add("at most " + group.cap().toPlainString() + " points");
            }
            if (group.floor() != null) {
                zh.add("不低于 " + group.floor().toPlainString() + " 分");
                en.add("at least " + group.floor().toPlainString() + " points");
            }
            if (group.weight().compareTo(BigDecimal.ONE) != 0) {
                String points = counted.toDecimal().toPlainString();
                zh.add("乘以权重 " + group.weight().toPlainString() + "，计 " + points + " 分");
                en.add("times the weight " + group.weight().toPlainString() + ", counts " + points + " points");
            }
            return new Bilingual("合计" + String.join("，", zh), "Together " + String.join(", ", en));
        }
    }
}

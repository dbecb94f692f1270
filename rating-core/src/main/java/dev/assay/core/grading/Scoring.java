package dev.assay.core.grading;

import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.ArrayList;
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
        Sum sum = new Sum(reader.evidence());
        for (IndicatorRule rule : model.indicators()) {
            if (Subjects.covers(rule.sectors(), subject.sector())
                    && facts.horizon().isInForce(rule.basis())
                    && Conditions.read(rule.when(), facts) != null) {
                sum.add(rule, reader.read(rule));
            }
        }
        return sum.close();
    }

    /** A group, what it reads of its indicators' points (the sum or the highest), and their sum. */
    private record GroupSum(IndicatorRule.Group group, Fraction read, Fraction sum) {

        GroupSum with(Fraction points) {
            Fraction more = sum.plus(points);
            return new GroupSum(
                    group,
                    switch (group.counting()) {
                        case SUM -> more;
                        case HIGHEST -> read.compareTo(points) >= 0 ? read : points;
                    },
                    more);
        }
    }

    /** The sum as it grows. */
    private static final class Sum {

        private final EvidenceWriter evidence;
        private final List<Explanation.Indicator> indicators = new ArrayList<>();
        private final Map<String, GroupSum> groups = new LinkedHashMap<>();
        private Fraction total = Fraction.ZERO;
        private Fraction worst = Fraction.ZERO;
        private @Nullable IndicatorRule unread;

        private Sum(EvidenceWriter evidence) {
            this.evidence = evidence;
        }

        void add(IndicatorRule rule, Optional<Points> read) {
            Points points = read.isPresent() ? read.get() : missing(rule);
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
                String id = rule.group().id();
                GroupSum sum = groups.get(id);
                groups.put(
                        id,
                        sum == null
                                ? new GroupSum(rule.group(), points.points(), points.points())
                                : sum.with(points.points()));
            }
        }

        private Points missing(IndicatorRule rule) {
            BigDecimal points = rule.missing();
            return points == null
                    ? new Points(
                            Fraction.ZERO,
                            evidence.tell(() -> new Bilingual("无数据，无法计分", "Nothing to read, no points")),
                            rule.basis(),
                            List.of())
                    : Points.of(
                            points,
                            evidence.tell(() -> new Bilingual(
                                    "无数据：计 " + points.toPlainString() + " 分",
                                    "Nothing to read: counts " + points.toPlainString() + " points")),
                            rule.basis(),
                            List.of());
        }

        Scoring close() {
            for (GroupSum group : groups.values()) {
                Fraction counted = group.group().count(group.read());
                if (!counted.equals(group.sum())) {
                    indicators.add(cut(group.group(), counted.minus(group.sum()), counted));
                }
                total = total.plus(counted);
            }
            return new Scoring(total, worst, List.copyOf(indicators), unread);
        }

        private Explanation.Indicator cut(IndicatorRule.Group group, Fraction difference, Fraction counted) {
            BigDecimal shown = difference.toDecimal();
            return new Explanation.Indicator(
                    group.title(),
                    shown,
                    shown.min(BigDecimal.ZERO),
                    shown.max(BigDecimal.ZERO),
                    new Explanation.Finding(
                            group.id(), evidence.tell(() -> text(group, counted)), group.basis(), List.of()));
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

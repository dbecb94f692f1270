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
 * @param total the sum, groups capped
 * @param worst the highest points of a single indicator; zero where there is none
 * @param indicators every indicator that was read, and each group that was cut to its cap
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
                groups.merge(rule.group(), points.points(), Fraction::plus);
            }
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
                Fraction cap = Fraction.of(group.cap());
                if (points.compareTo(cap) > 0) {
                    indicators.add(cut(group, cap.minus(points)));
                }
                total = total.plus(points.compareTo(cap) > 0 ? cap : points);
            });
            return new Scoring(total, worst, List.copyOf(indicators), unread);
        }

        private static Explanation.Indicator cut(IndicatorRule.Group group, Fraction excess) {
            String cap = group.cap().toPlainString();
            return new Explanation.Indicator(
                    group.title(),
                    excess.toDecimal(),
                    excess.toDecimal(),
                    BigDecimal.ZERO,
                    new Explanation.Finding(
                            group.id(),
                            new Bilingual("合计以 " + cap + " 分为限", "Together at most " + cap + " points"),
                            group.basis(),
                            List.of()));
        }
    }
}

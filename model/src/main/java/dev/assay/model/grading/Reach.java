package dev.assay.model.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.grading.Condition;
import dev.assay.core.grading.Fraction;
import dev.assay.core.grading.IndicatorRule;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Between which totals every total of a model lies. An indicator with a condition may be left out, so that the true ends can lie
 * further in, never further out.
 *
 * @param lowest no total is lower
 * @param highest no total is higher
 */
record Reach(BigDecimal lowest, BigDecimal highest) {

    static Reach of(Set<Sector> sectors, List<IndicatorRule> indicators) {
        List<Reach> reaches = (sectors.isEmpty() ? EnumSet.allOf(Sector.class) : sectors)
                .stream().map(sector -> ofSector(sector, indicators)).toList();
        return new Reach(
                reaches.stream().map(Reach::lowest).reduce(BigDecimal::min).orElse(BigDecimal.ZERO),
                reaches.stream().map(Reach::highest).reduce(BigDecimal::max).orElse(BigDecimal.ZERO));
    }

    private static Reach ofSector(Sector sector, List<IndicatorRule> indicators) {
        Range total = Range.NOTHING;
        Map<IndicatorRule.Group, Range> groups = new LinkedHashMap<>();
        for (IndicatorRule rule : indicators) {
            if (rule.sectors().isEmpty() || rule.sectors().contains(sector)) {
                Range all = new Range(rule.lowest(), rule.highest());
                boolean always = rule.when() instanceof Condition.Always;
                Range range = always ? all : all.orNothing();
                if (rule.group() == null) {
                    total = total.plus(range);
                } else if (rule.group().counting() == IndicatorRule.Counting.SUM) {
                    groups.merge(rule.group(), range, Range::plus);
                } else {
                    groups.merge(rule.group(), range, Range::higher);
                }
            }
        }
        for (Map.Entry<IndicatorRule.Group, Range> group : groups.entrySet()) {
            total = total.plus(group.getValue().counted(group.getKey()));
        }
        return new Reach(total.lowest(), total.highest());
    }

    Fraction lowestFraction() {
        return Fraction.of(lowest);
    }
}

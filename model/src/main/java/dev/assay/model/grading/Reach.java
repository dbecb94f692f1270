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
        BigDecimal lowest = BigDecimal.ZERO;
        BigDecimal highest = BigDecimal.ZERO;
        Map<IndicatorRule.Group, BigDecimal> groups = new LinkedHashMap<>();
        for (IndicatorRule rule : indicators) {
            if (rule.sectors().isEmpty() || rule.sectors().contains(sector)) {
                boolean always = rule.when() instanceof Condition.Always;
                lowest = lowest.add(always ? rule.lowest() : rule.lowest().min(BigDecimal.ZERO));
                BigDecimal most = always ? rule.highest() : rule.highest().max(BigDecimal.ZERO);
                if (rule.group() == null) {
                    highest = highest.add(most);
                } else {
                    groups.merge(rule.group(), most, BigDecimal::add);
                }
            }
        }
        for (Map.Entry<IndicatorRule.Group, BigDecimal> group : groups.entrySet()) {
            highest = highest.add(group.getValue().min(group.getKey().cap()));
        }
        return new Reach(lowest, highest);
    }

    Fraction lowestFraction() {
        return Fraction.of(lowest);
    }
}

package dev.assay.model.prediction.judging;

import dev.assay.model.backtest.RankedRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The areas within each inspector's own inspections. */
final class InspectorCount {

    private static final int LEAST_FOUND = 10;

    private InspectorCount() {}

    static Inspectors of(Rows rows, List<Inspectors.Effect> effects) {
        double[] ours = DaysEarlier.each(rows.scores(Ranker.MODEL), rows.days(), rows.together());
        double[] theirs = DaysEarlier.each(rows.scores(Ranker.INSPECTOR), rows.days(), rows.together());
        Map<String, List<Integer>> byName = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String name = rows.row(i).observation().inspector();
            if (name != null) {
                byName.computeIfAbsent(name, ignored -> new ArrayList<>()).add(i);
            }
        }
        List<Inspectors.One> each = new ArrayList<>();
        byName.forEach((name, of) -> {
            Rows own = rows.only(of);
            Interval area = Interval.of(
                    RankedRows.area(RiskOrdering.of(own.scores(Ranker.MODEL)).ranks(), own.found(), own.businesses()));
            int found = Discrimination.count(own.found());
            each.add(new Inspectors.One(name, of.size(), found, area, mean(ours, of, rows), mean(theirs, of, rows)));
        });
        each.sort(Comparator.comparingInt(Inspectors.One::inspections).reversed());
        List<Inspectors.One> enough = each.stream()
                .filter(one -> one.found() >= LEAST_FOUND && one.inspections() - one.found() >= LEAST_FOUND)
                .toList();
        return new Inspectors(
                each,
                LEAST_FOUND,
                enough.size(),
                mean(enough, one -> 1),
                mean(each, one -> (double) one.found() * (one.inspections() - one.found())),
                effects);
    }

    private static double mean(double[] earlier, List<Integer> of, Rows rows) {
        return of.stream()
                .filter(i -> rows.found()[i])
                .mapToDouble(i -> earlier[i])
                .average()
                .orElse(Double.NaN);
    }

    /** The weighted mean of independent areas. An area without scatter has no standard error and counts with none. */
    private static Interval mean(List<Inspectors.One> of, ToDoubleFunction<Inspectors.One> weight) {
        double weights = 0;
        double sum = 0;
        double variance = 0;
        for (Inspectors.One one : of) {
            double own = weight.applyAsDouble(one);
            if (own > 0) {
                double error = (one.area().upper() - one.area().value()) / Interval.Z;
                double below = (one.area().value() - one.area().lower()) / Interval.Z;
                // An end that was cut at 0 or 1 tells less than the other one.
                double standard = Math.max(error, below);
                weights += own;
                sum += own * one.area().value();
                variance += Double.isNaN(standard) ? 0 : own * own * standard * standard;
            }
        }
        return weights == 0 ? Interval.UNTOLD : Interval.within(sum / weights, Math.sqrt(variance) / weights);
    }
}

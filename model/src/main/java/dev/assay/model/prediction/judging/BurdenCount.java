package dev.assay.model.prediction.judging;

import dev.assay.core.text.Bilingual;
import dev.assay.model.backtest.Proportion;
import dev.assay.model.backtest.RankedRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Counts false alarms and missed faults by group. */
final class BurdenCount {

    /** Where a row does not say its group. */
    private static final String UNKNOWN = "–";

    private final Rows rows;
    private final boolean[] first;

    private BurdenCount(Rows rows, boolean[] first) {
        this.rows = rows;
        this.first = first;
    }

    static Burden of(Rows rows, Map<String, Bilingual> titles, int visits) {
        BurdenCount count = new BurdenCount(rows, first(rows, visits));
        List<Burden.Stratum> strata = new ArrayList<>();
        for (var title : titles.entrySet()) {
            strata.add(new Burden.Stratum(title.getKey(), title.getValue(), count.groups(title.getKey())));
        }
        return corrected(visits, strata);
    }

    /** Which inspections are made first; ties by lot. */
    private static boolean[] first(Rows rows, int visits) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> rows.row(i).probability())
                .thenComparingDouble(i -> rows.row(i).random())
                .reversed());
        boolean[] first = new boolean[rows.size()];
        order.stream().limit(visits).forEach(i -> first[i] = true);
        return first;
    }

    private List<Burden.Group> groups(String stratum) {
        Map<String, List<Integer>> byGroup = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byGroup.computeIfAbsent(
                            rows.row(i).observation().strata().getOrDefault(stratum, UNKNOWN),
                            ignored -> new ArrayList<>())
                    .add(i);
        }
        Four all = count(IntStream.range(0, rows.size()).boxed().toList());
        return byGroup.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue(), all))
                .sorted(Comparator.comparingInt(Burden.Group::inspections).reversed())
                .toList();
    }

    private record Four(int alarms, int clean, int missed, int found) {}

    private Four count(List<Integer> of) {
        int alarms = 0;
        int missed = 0;
        int found = 0;
        for (int i : of) {
            if (rows.found()[i]) {
                found++;
                missed += first[i] ? 0 : 1;
            } else {
                alarms += first[i] ? 1 : 0;
            }
        }
        return new Four(alarms, of.size() - found, missed, found);
    }

    private Burden.Group group(String name, List<Integer> of, Four all) {
        Four own = count(of);
        Rows part = rows.only(of);
        Burden.Group group = new Burden.Group(
                name,
                of.size(),
                own.found(),
                Interval.of(Proportion.of(own.found(), of.size())),
                Interval.of(RankedRows.area(
                        RiskOrdering.of(part.scores(Ranker.MODEL)).ranks(), part.found(), part.businesses())),
                Interval.of(Proportion.of(own.alarms(), own.clean())),
                Interval.of(Proportion.of(own.missed(), own.found())),
                Double.NaN,
                Double.NaN);
        if (!group.enough() || of.size() == rows.size()) {
            return group;
        }
        return with(
                group,
                Tails.fisher(
                        own.alarms(),
                        own.clean(),
                        (long) all.alarms() - own.alarms(),
                        (long) all.clean() - own.clean()),
                Tails.fisher(
                        own.missed(),
                        own.found(),
                        (long) all.missed() - own.missed(),
                        (long) all.found() - own.found()));
    }

    private static Burden.Group with(Burden.Group group, double falseAlarms, double missed) {
        return new Burden.Group(
                group.name(),
                group.inspections(),
                group.found(),
                group.rate(),
                group.area(),
                group.falseAlarms(),
                group.missed(),
                falseAlarms,
                missed);
    }

    private static Burden corrected(int visits, List<Burden.Stratum> strata) {
        double[] p = strata.stream()
                .flatMap(stratum -> stratum.groups().stream())
                .flatMapToDouble(group -> DoubleStream.of(group.falseAlarmsByChance(), group.missedByChance()))
                .toArray();
        double[] holm = ManyTests.holm(p);
        int next = 0;
        List<Burden.Stratum> all = new ArrayList<>();
        for (Burden.Stratum stratum : strata) {
            List<Burden.Group> groups = new ArrayList<>();
            for (Burden.Group group : stratum.groups()) {
                groups.add(with(group, holm[next], holm[next + 1]));
                next += 2;
            }
            all.add(new Burden.Stratum(stratum.id(), stratum.title(), groups));
        }
        int tests = (int) Arrays.stream(p).filter(one -> !Double.isNaN(one)).count();
        return new Burden(visits, tests, all);
    }
}

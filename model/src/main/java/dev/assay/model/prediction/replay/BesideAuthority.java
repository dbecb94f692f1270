package dev.assay.model.prediction.replay;

import dev.assay.core.identity.Identity;
import dev.assay.model.backtest.RiskOrder;
import dev.assay.model.prediction.judging.Interval;
import dev.assay.model.prediction.judging.Resampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rankings beside the visits a year that an authority asks for. As many visits as it asks for are dealt out by the ranking: the greatest number to
 * the riskiest, in as many shares of each size as the authority has; ties share what falls to them.
 */
final class BesideAuthority {

    private static final int TENTHS = 10;

    private final List<Period> periods;
    private final List<Integer> classes;
    private final PlanBy by;
    private final List<Planned> rows;
    private final double[] priorities;
    private final double[] dealt;
    private final double[][] inTenth;

    private BesideAuthority(
            List<Period> periods, List<Planned> ofClass, RiskOrder order, List<Integer> classes, PlanBy by) {
        this.periods = periods;
        this.classes = classes;
        this.by = by;
        this.rows = ofClass.stream()
                .filter(one -> !Double.isNaN(by.priority(one, order)))
                .toList();
        this.priorities =
                rows.stream().mapToDouble(one -> by.priority(one, order)).toArray();
        this.dealt = new double[rows.size()];
        this.inTenth = new double[rows.size()][TENTHS];
        for (int period = 0; period < periods.size(); period++) {
            deal(ofPeriod(period));
        }
    }

    /** What can be said of each ranking; nothing where the classes are not numbers, or no subject has one. */
    static List<Replay.LeastVisits> of(
            List<Period> periods,
            List<Planned> planned,
            RiskOrder order,
            List<String> standings,
            int resamples,
            long seed) {
        if (order.classes().isEmpty() || !order.classes().stream().allMatch(name -> name.matches("[0-9]{1,4}"))) {
            return List.of();
        }
        List<Integer> classes =
                order.classes().stream().map(Integer::valueOf).sorted().toList();
        List<Planned> ofClass = planned.stream()
                .filter(one -> one.row().authorityClass() != null)
                .toList();
        List<Replay.LeastVisits> found = new ArrayList<>();
        for (PlanBy by : List.of(PlanBy.SCORE, PlanBy.PREDICTION)) {
            BesideAuthority beside = new BesideAuthority(periods, ofClass, order, classes, by);
            if (!beside.rows.isEmpty()) {
                found.add(beside.result(standings, resamples, seed));
            }
        }
        return found;
    }

    private int[] ofPeriod(int period) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).period() == period)
                .toArray();
    }

    private static int least(Planned planned) {
        String name = planned.row().authorityClass();
        return name == null ? 0 : Integer.parseInt(name);
    }

    /** Riskiest first. */
    private void deal(int[] period) {
        Integer[] order = Arrays.stream(period).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (one, other) -> Double.compare(priorities[other], priorities[one]));
        int[] shares =
                Arrays.stream(period).map(row -> least(rows.get(row))).sorted().toArray();
        int n = order.length;
        for (int place = 0; place < n; ) {
            int end = place;
            double sum = 0;
            while (end < n && priorities[order[end]] == priorities[order[place]]) {
                sum += shares[n - 1 - end];
                end++;
            }
            for (int k = place; k < end; k++) {
                dealt[order[k]] = sum / (end - place);
                for (int tenth = 0; tenth < TENTHS; tenth++) {
                    double from = Math.max(place, (double) n * tenth / TENTHS);
                    double to = Math.min(end, (double) n * (tenth + 1) / TENTHS);
                    inTenth[order[k]][tenth] = Math.max(0, to - from) / (end - place);
                }
            }
            place = end;
        }
    }

    private Replay.LeastVisits result(List<String> standings, int resamples, long seed) {
        List<Replay.Line> tenths = new ArrayList<>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int of = tenth;
            tenths.add(line(
                    String.valueOf(tenth + 1),
                    IntStream.range(0, rows.size())
                            .mapToDouble(i -> inTenth[i][of])
                            .toArray()));
        }
        List<Replay.Line> grades = by == PlanBy.PREDICTION
                ? List.of()
                : standings.stream()
                        .map(name -> line(
                                name,
                                rows.stream()
                                        .mapToDouble(one -> one.row().standing().equals(name) ? 1 : 0)
                                        .toArray()))
                        .filter(line -> line.subjects() > 0)
                        .toList();
        return new Replay.LeastVisits(by, correlation(resamples, seed), classes, tenths, grades);
    }

    private Replay.Line line(String name, double[] parts) {
        double[] share = new double[classes.size()];
        double all = 0;
        double least = 0;
        double given = 0;
        double made = 0;
        double seen = 0;
        double found = 0;
        for (int i = 0; i < parts.length; i++) {
            Planned one = rows.get(i);
            all += parts[i];
            share[classes.indexOf(least(one))] += parts[i];
            least += parts[i] * least(one);
            given += parts[i] * dealt[i];
            made += parts[i] * one.visits() / periods.get(one.period()).years();
            seen += one.visited() == null ? 0 : parts[i];
            found += one.isFound() ? parts[i] : 0;
        }
        double subjects = all;
        return new Replay.Line(
                name,
                subjects,
                Arrays.stream(share).map(of -> of / subjects).boxed().toList(),
                least / subjects,
                given / subjects,
                made / subjects,
                seen == 0 ? Double.NaN : found / seen);
    }

    private Interval correlation(int resamples, long seed) {
        Map<Identity, Integer> numbers = new HashMap<>();
        int[] businesses = rows.stream()
                .mapToInt(one -> numbers.computeIfAbsent(one.business(), _ -> numbers.size()))
                .toArray();
        List<int[]> byPeriod = IntStream.range(0, periods.size())
                .mapToObj(this::ofPeriod)
                .filter(of -> of.length > 0)
                .toList();
        List<RankCorrelation> correlations = byPeriod.stream()
                .map(of -> new RankCorrelation(
                        IntStream.of(of).mapToDouble(row -> priorities[row]).toArray(),
                        IntStream.of(of)
                                .mapToDouble(row -> least(rows.get(row)))
                                .toArray()))
                .toList();
        return Resampling.intervals(numbers.size(), resamples, seed, times -> {
                    double sum = 0;
                    double all = 0;
                    for (int p = 0; p < byPeriod.size(); p++) {
                        int[] counts = IntStream.of(byPeriod.get(p))
                                .map(row -> times[businesses[row]])
                                .toArray();
                        double weight = IntStream.of(counts).sum();
                        sum += weight * correlations.get(p).of(counts);
                        all += weight;
                    }
                    return new double[] {sum / all};
                })
                .getFirst();
    }
}

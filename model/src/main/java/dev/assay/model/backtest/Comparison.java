package dev.assay.model.backtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rankings of the same rows: those that all of them rank and of which the end is known. */
final class Comparison {

    private static final int LEFT_OUT = -1;

    private final List<Ranking.By> rankings;
    private final List<Cell> cells;
    private final int[][] ranks;
    private final List<Placements> placements = new ArrayList<>();
    private final List<List<Lift>> lifts = new ArrayList<>();

    private Comparison(List<Ranking.By> rankings, List<Cell> cells) {
        this.rankings = rankings;
        this.cells = cells;
        this.ranks = new int[rankings.size()][cells.size()];
    }

    /** What came of a comparison: a ranking each, and the difference of each of them but the last from the last. */
    record Result(List<Ranking> rankings, List<Difference> differences) {}

    static Result of(List<Ranking.By> by, RiskOrder order, Counted counted, Predicate<Cell> which) {
        Comparison comparison = new Comparison(by, counted.cells());
        comparison.rank(order, which, counted);
        return comparison.result(counted.log());
    }

    private void rank(RiskOrder order, Predicate<Cell> which, Counted counted) {
        boolean[] in = new boolean[cells.size()];
        for (int i = 0; i < in.length; i++) {
            Cell cell = cells.get(i);
            in[i] = cell.afterwards() != Afterwards.UNSEEN
                    && which.test(cell)
                    && rankings.stream().allMatch(by -> order.risk(by, cell) != null);
        }
        for (int k = 0; k < ranks.length; k++) {
            rank(k, order, in, counted);
        }
    }

    private void rank(int k, RiskOrder order, boolean[] in, Counted counted) {
        TreeMap<BigDecimal, Integer> risks = new TreeMap<>();
        for (int i = 0; i < in.length; i++) {
            if (in[i]) {
                risks.put(risk(k, i, order), 0);
            }
        }
        int next = 0;
        for (var risk : risks.entrySet()) {
            risk.setValue(next++);
        }
        long[] found = new long[next];
        long[] clean = new long[next];
        Arrays.fill(ranks[k], LEFT_OUT);
        for (int i = 0; i < in.length; i++) {
            if (in[i]) {
                int rank = Objects.requireNonNull(risks.get(risk(k, i, order)));
                ranks[k][i] = rank;
                (isFound(i) ? found : clean)[rank] += counted.rows(i);
            }
        }
        placements.add(new Placements(found, clean));
        lifts.add(Lift.of(found, clean));
    }

    private BigDecimal risk(int k, int cell, RiskOrder order) {
        return Objects.requireNonNull(order.risk(rankings.get(k), cells.get(cell)));
    }

    private boolean isFound(int cell) {
        return cells.get(cell).afterwards() == Afterwards.FOUND;
    }

    private Result result(RowLog log) {
        int last = ranks.length - 1;
        List<ClusterScatter> own = new ArrayList<>();
        List<ClusterScatter> fromLast = new ArrayList<>();
        for (int k = 0; k <= last; k++) {
            own.add(new ClusterScatter());
            fromLast.add(new ClusterScatter());
        }
        if (placements.getFirst().area() != null) {
            log.forEach(cell -> scatter(cell, own, fromLast), () -> {
                own.forEach(ClusterScatter::endOfBusiness);
                fromLast.forEach(ClusterScatter::endOfBusiness);
            });
        }
        List<Ranking> found = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (int k = 0; k <= last; k++) {
            found.add(ranking(k, own.get(k)));
            if (k < last) {
                differences.add(difference(k, last, fromLast.get(k)));
            }
        }
        return new Result(found, differences);
    }

    private void scatter(int cell, List<ClusterScatter> own, List<ClusterScatter> fromLast) {
        int last = ranks.length - 1;
        if (ranks[last][cell] == LEFT_OUT) {
            return;
        }
        boolean found = isFound(cell);
        BigDecimal ofLast = placements.get(last).deviation(ranks[last][cell], found);
        for (int k = 0; k <= last; k++) {
            BigDecimal deviation = placements.get(k).deviation(ranks[k][cell], found);
            own.get(k).row(deviation, found);
            if (k < last) {
                fromLast.get(k).row(deviation.subtract(ofLast), found);
            }
        }
    }

    private Ranking ranking(int k, ClusterScatter scatter) {
        Placements placed = placements.get(k);
        return new Ranking(
                rankings.get(k),
                Area.of(
                        placed.found(),
                        placed.clean(),
                        scatter.businesses(),
                        placed.area(),
                        scatter.standardError(placed.found(), placed.clean())),
                lifts.get(k));
    }

    private Difference difference(int k, int last, ClusterScatter scatter) {
        Placements one = placements.get(k);
        @Nullable BigDecimal area = one.area();
        @Nullable BigDecimal other = placements.get(last).area();
        return Difference.of(
                rankings.get(k),
                rankings.get(last),
                area == null || other == null ? null : area.subtract(other),
                scatter.standardError(one.found(), one.clean()));
    }
}
